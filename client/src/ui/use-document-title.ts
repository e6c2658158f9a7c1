import { useEffect } from 'react';

/** Names the window after the screen: "Analytics - SocioGenie", with "Error: " in front while a form is refused. */
export function useDocumentTitle(title: string, hasErrors = false): void {
  useEffect(() => {
    document.title = `${hasErrors ? 'Error: ' : ''}${title} - SocioGenie`;
  }, [title, hasErrors]);
}
