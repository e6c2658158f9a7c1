import type { Site } from './document';
import type { Section } from './with-contents';

/** Section 4 of the published wording. */
export function afterDeletion(): Section {
  return {
    id: 'after-deletion',
    title: '4. What happens after deletion',
    body: (
      <ul>
        <li>
          We can no longer publish to Instagram on your behalf or refresh Instagram insights for that
          connection.
        </li>
        <li>Posts already published to Instagram remain on Instagram unless you remove them there.</li>
        <li>
          If you only removed app authorization (deauthorization) without a full deletion request, we remove
          active tokens but may retain non-token connection metadata until you disconnect in SocioGenie or
          submit a full deletion request.
        </li>
      </ul>
    ),
  };
}

/** Section 5 of the published wording. */
export function contact(site: Site): Section {
  return {
    id: 'contact',
    title: '5. Contact us',
    body: (
      <>
        <p>
          For help with Instagram data deletion, email{' '}
          <a href={`mailto:${site.contactEmail}`}>{site.contactEmail}</a> with the email address tied to your
          SocioGenie account and, if available, your Instagram user ID or confirmation code.
        </p>
        <p>
          See our <a href="/privacy">Privacy Policy</a> for broader information about how we handle personal
          data.
        </p>
      </>
    ),
  };
}
