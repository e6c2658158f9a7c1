import { Stack } from '@mantine/core';
import { PageHeader } from '../../ui/page-header';
import { useAddressedPart } from '../../ui/use-addressed-part';
import { AppearanceSection } from './appearance-section';
import { DataSection } from './data-section';
import { DeleteAccountSection } from './delete-account-section';
import { NotificationsSection } from './notifications-section';
import { PasswordSection } from './password-section';
import { ProfileSection } from './profile-section';
import { SessionsSection } from './sessions-section';
import { TimeZoneSection } from './time-zone-section';

/** Settings: one section a topic, each in a file of its own and with an address of its own. */
export function SettingsPage() {
  useAddressedPart();
  return (
    <Stack gap="lg">
      <PageHeader title="Settings" />
      <ProfileSection />
      <TimeZoneSection />
      <AppearanceSection />
      <NotificationsSection />
      <PasswordSection />
      <SessionsSection />
      <DataSection />
      <DeleteAccountSection />
    </Stack>
  );
}
