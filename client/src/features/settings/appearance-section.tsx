import { ColorSchemeChoice } from './color-scheme-choice';
import { Section } from './section';

/** How the app looks on this device. */
export function AppearanceSection() {
  return (
    <Section id="appearance" title="Appearance">
      <ColorSchemeChoice />
    </Section>
  );
}
