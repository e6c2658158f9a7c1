import { NotificationPreferences } from '../notice';
import { Section } from './section';

/** What is mailed. */
export function NotificationsSection() {
  return (
    <Section id="notifications" title="Notifications">
      <NotificationPreferences />
    </Section>
  );
}
