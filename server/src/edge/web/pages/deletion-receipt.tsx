import type { ReactElement } from 'react';
import type { DeletionStatusView } from './deletion-status-view';
import { Moment } from './time';

/** The receipt of a completed request: to keep, to check here or elsewhere, and what it is worth. */
export function DeletionReceipt(props: {
  status: DeletionStatusView;
  operatorName: string;
}): ReactElement | null {
  const { status, operatorName } = props;
  const { receipt, confirmationCode, completedAt } = status;
  if (receipt === null || completedAt === null) return null;
  return (
    <section className="receipt">
      <h2>Receipt</h2>
      <p>
        <a
          id="receipt"
          href={`/deletion-status/${confirmationCode}/receipt.json`}
          download="deletion-receipt.json"
        >
          Download the signed receipt
        </a>{' '}
        and keep it: it can be checked without us, also when this page is gone.
        {status.addendum !== null &&
          ' Its addendum, which says how many integrators were told, is in the same file.'}
        {status.addendum === null &&
          status.recipients.total > 0 &&
          ' Its addendum is not signed yet; download it again then.'}
      </p>
      <div className="tools" hidden>
        <button type="button" id="check">
          Check it in this browser
        </button>
      </div>
      <p id="verdict" />
      <p>
        What it proves: {operatorName} states, and cannot later deny, that by <Moment at={completedAt} />{' '}
        {whatWasDone(status)}, under the rules that the receipt names. It is not proof that no copy exists
        elsewhere.
      </p>
      <p className="hint">
        How to check it elsewhere: save our public keys, <a href="/.well-known/jwks.json">jwks.json</a>,
        beside the receipt; in a copy of SocioGenie run <code>pnpm sociogenie verify-receipt FILE</code>,
        which asks nobody. The receipt is an Ed25519-signed JWS, and its place in our log an RFC 9162
        inclusion proof.
      </p>
    </section>
  );
}

/** No more than what this request did. */
function whatWasDone({ categories, keysRemovedAt, unrecoverableBy }: DeletionStatusView): string {
  const destroyed = keysRemovedAt !== null || unrecoverableBy !== null;
  const removed = destroyed
    ? 'it had destroyed the keys and, counting again, found no record left of what is listed above as removed'
    : 'it had looked and held nothing but what is listed above as kept';
  const others = categories.filter(
    ({ name }) => !['DELETION_RECORD', 'POSTS_AND_MEDIA', 'BACKUPS'].includes(name),
  );
  return destroyed && others.some(({ outcome }) => outcome === 'KEPT')
    ? `${removed}, and kept the rest`
    : removed;
}
