import type { RemoveAppLink } from './deletion-status-page';
import type { Site } from './document';
import type { Section } from './with-contents';

/** The sections of the privacy page on deleting, on other rights, and on whom to ask. */
export function rightsSections(site: Site & RemoveAppLink): readonly Section[] {
  const mail = <a href={`mailto:${site.contactEmail}`}>{site.contactEmail}</a>;
  return [
    {
      id: 'how-to-delete',
      title: '4. How to delete it',
      body: (
        <>
          <ul>
            <li>
              Everything from Instagram: sign in, open Social Media Integration and choose Disconnect, or
              remove SocioGenie under <a href={site.removeAppUrl}>Apps and Websites at Instagram</a> and
              request deletion there. Both give a confirmation code, and the{' '}
              <a href="/deletion-status">deletion status page</a> shows what was removed and what is kept.
            </li>
            <li>
              Your SocioGenie account, with all of the above: sign in and open{' '}
              <a href="/settings/delete-account">Delete my account</a>. It takes your password and your email,
              is done at once and cannot be undone, and gives a confirmation code as well.
            </li>
          </ul>
          <p>
            Posts already published to Instagram stay there unless you remove them at Instagram. The steps in
            full are on <a href="/data-deletion">Data deletion instructions</a>.
          </p>
        </>
      ),
    },
    {
      id: 'your-rights',
      title: '5. Your rights',
      body: (
        <p>
          You can ask what we hold about you, have it corrected, receive a copy, have it deleted, object to
          its use or have its use restricted. Write to {mail}. You can also complain to the data protection
          authority where you live.
        </p>
      ),
    },
    {
      id: 'contact',
      title: '6. Contact',
      body: (
        <p>
          {site.operatorName}, {mail}.
        </p>
      ),
    },
  ];
}
