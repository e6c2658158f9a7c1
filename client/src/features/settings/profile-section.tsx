import { Facts } from '../../ui/facts';
import { useViewer } from '../account';
import { Section } from './section';

/** Who is signed in. */
export function ProfileSection() {
  const { viewer } = useViewer();
  return (
    <Section id="profile" title="Profile">
      <Facts wide>
        <Facts.Item label="Email">{viewer?.email}</Facts.Item>
      </Facts>
    </Section>
  );
}
