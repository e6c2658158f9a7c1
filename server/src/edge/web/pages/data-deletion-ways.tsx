import type { ReactElement } from 'react';
import type { RemoveAppLink } from './deletion-status-page';
import type { Site } from './document';
import { OurNote, type Section } from './with-contents';

/** Section 2 of the published wording, with what "revokes" means here beside it. */
export function deleteInside(site: Site & RemoveAppLink): Section {
  return {
    id: 'inside-sociogenie',
    title: '2. Delete Instagram data inside SocioGenie',
    body: (
      <>
        <p>You can disconnect Instagram and remove the connection data listed above at any time:</p>
        <ul>
          <li>Sign in to {site.host}</li>
          <li>Open Social Media Integration</li>
          <li>Find your connected Instagram account and choose Disconnect</li>
        </ul>
        <p>
          Disconnecting revokes our access tokens and removes Instagram connection fields from your account,
          including tokens and your Instagram user ID stored for that connection.
        </p>
        <OurNote title="What we do to revoke a token">
          <p>
            We destroy our copy at once: the key that opens it is removed in the same step that records your
            request, so nothing here can use the token from then on. We then ask Instagram to withdraw our
            access. Instagram documents no way for an app to do that, so it may refuse or not answer; the
            deletion status page says which.
          </p>
          <p>
            To be sure, remove SocioGenie yourself: open{' '}
            <a href={site.removeAppUrl}>Apps and Websites at Instagram</a>, select SocioGenie and choose
            Remove.
          </p>
        </OurNote>
        <DeleteAccount />
      </>
    ),
  };
}

/** The third way, beside the published two: everything at once. */
function DeleteAccount(): ReactElement {
  return (
    <OurNote title="Or delete your whole SocioGenie account">
      <p>
        Sign in and open <a href="/settings/delete-account">Delete my account</a>. Every connection is deleted
        as above, and with it what you made in SocioGenie and the account itself. You get a confirmation code
        on screen and a signed receipt. Posts already published to Instagram remain on Instagram.
      </p>
    </OurNote>
  );
}

/** Section 3 of the published wording. */
export function deleteAtInstagram(): Section {
  return {
    id: 'through-instagram',
    title: '3. Delete data through Instagram / Meta',
    body: (
      <>
        <p>
          You can also remove SocioGenie from your Instagram account and request deletion of data we received
          from Instagram:
        </p>
        <ul>
          <li>
            Open Apps and Websites in your Instagram account settings (or manage connected apps in Meta
            Accounts Center)
          </li>
          <li>Select SocioGenie (or the app name shown for our integration)</li>
          <li>Choose Remove and, when prompted, request deletion of data the app received from Instagram</li>
        </ul>
        <p>
          When Meta sends us a valid data deletion request, we locate your SocioGenie account using your
          Instagram user ID, delete your instagram social connection document, and remove related fields from
          your user profile (including Instagram connection status, selected account settings, and Instagram
          analytics). Meta may redirect you to our Instagram data deletion status page with a confirmation
          code once processing is complete.
        </p>
      </>
    ),
  };
}
