import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './page-header.module.css';
import { useRouteFocus } from './route-focus';
import { useDocumentTitle } from './use-document-title';

interface PageHeaderProps {
  /** The h1, and the first part of the window's title. */
  title: string;
  /** One line of state or scope under the h1. */
  children?: ReactNode;
  /** True while a form of this screen is refused. */
  hasErrors?: boolean;
  /** At most one main button. */
  action?: ReactNode;
}

/** The head of every screen: takes focus when one arrives from another screen, and names the window. */
export function PageHeader({ title, children, hasErrors = false, action }: PageHeaderProps) {
  useDocumentTitle(title, hasErrors);
  const heading = useRouteFocus<HTMLHeadingElement>();
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        <Title order={1} ref={heading} tabIndex={-1}>
          {title}
        </Title>
        {children !== undefined && <div className={classes.scope}>{children}</div>}
      </div>
      {action}
    </header>
  );
}
