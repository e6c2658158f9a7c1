import type { ReactElement } from 'react';
import { headline } from './deletion-headline';
import { DeletionOutcomes } from './deletion-outcomes';
import { DeletionReceipt } from './deletion-receipt';
import { DeletionRecipients } from './deletion-recipients';
import type { DeletionStatusView } from './deletion-status-view';
import { DeletionSteps } from './deletion-steps';
import { sourceInWords, withdrawalInWords } from './deletion-words';
import { renderDocument, type Site } from './document';
import { Day, Moment } from './time';

/** Where a person removes the app at Instagram. */
export interface RemoveAppLink {
  readonly removeAppUrl: string;
}

/** The public status of one request, whole without a script. */
export function renderDeletionStatus(status: DeletionStatusView, site: Site & RemoveAppLink): string {
  const { title } = headline(status);
  return renderDocument({
    site,
    title,
    unlisted: true,
    running: isRunning(status),
    scripted: true,
    children: <DeletionStatusBody status={status} site={site} />,
  });
}

/** True while the page may still change by itself. */
function isRunning({ state }: DeletionStatusView): boolean {
  return state === 'RECEIVED' || state === 'ERASING';
}

function DeletionStatusBody(props: { status: DeletionStatusView; site: Site & RemoveAppLink }): ReactElement {
  const { status, site } = props;
  const { title, tone } = headline(status);
  return (
    <>
      <p className="eyebrow">Deletion status</p>
      <div className={tone === 'plain' ? 'panel' : `panel ${tone}`}>
        <h1>{title}</h1>
        <span className="label">Confirmation code</span>
        <ConfirmationCode code={status.confirmationCode} />
        <div className="tools" hidden>
          <button type="button" id="copy">
            Copy code
          </button>
          <button type="button" id="print">
            Print page
          </button>
        </div>
      </div>
      <Progress status={status} />
      <dl>
        <dt>Asked for by</dt>
        <dd>{sourceInWords(status.source, site.operatorName)}</dd>
        <dt>Received</dt>
        <dd>
          <Moment at={status.requestedAt} />
        </dd>
        {status.keysRemovedAt && (
          <>
            <dt>Access keys removed</dt>
            <dd>
              <Moment at={status.keysRemovedAt} />
            </dd>
          </>
        )}
        {status.unrecoverableBy && (
          <>
            <dt>Beyond recovery by</dt>
            <dd>
              <Day at={status.unrecoverableBy} />
            </dd>
          </>
        )}
        {status.completedAt && (
          <>
            <dt>Completed</dt>
            <dd>
              <Moment at={status.completedAt} />
            </dd>
          </>
        )}
      </dl>
      <DeletionSteps state={status.state} />
      <DeletionOutcomes status={status} />
      <Withdrawal status={status} removeAppUrl={site.removeAppUrl} />
      <p>Posts already published to Instagram stay there unless you remove them at Instagram.</p>
      <DeletionRecipients status={status} />
      <DeletionReceipt status={status} operatorName={site.operatorName} />
      <p>
        Questions? Write to <a href={`mailto:${site.contactEmail}`}>{site.contactEmail}</a> with this code.
      </p>
    </>
  );
}

/** Groups of four by spacing alone, so that what is copied is the code. */
function ConfirmationCode({ code }: { code: string }): ReactElement {
  const groups = code.match(/.{1,4}/gu) ?? [];
  return (
    <p className="code">
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups may repeat and never move.
        <span key={index}>{group}</span>
      ))}
    </p>
  );
}

function Progress({ status }: { status: DeletionStatusView }): ReactElement | null {
  if (status.state === 'COMPLETED') return null;
  const parts = status.categories.length;
  const settled = status.categories.filter(
    ({ outcome }) => outcome !== 'PENDING' && outcome !== 'FAILED',
  ).length;
  if (status.state === 'NEEDS_ATTENTION') {
    return (
      <p>
        What could not be removed is listed below and stays there until it is done. The code keeps working.
      </p>
    );
  }
  return (
    <p>
      {parts > 0 && status.state === 'ERASING' && `${settled} of ${parts} parts done. `}
      The page updates by itself. You can close it; the code keeps working.
    </p>
  );
}

/** Only a person's own ending asks Instagram for anything; a request that came from Instagram does not. */
function Withdrawal(props: { status: DeletionStatusView; removeAppUrl: string }): ReactElement | null {
  const { source, accessWithdrawal } = props.status;
  if (source !== 'DISCONNECT' && source !== 'ACCOUNT_CLOSURE') return null;
  return (
    <p>
      {withdrawalInWords(accessWithdrawal)} To be sure, remove SocioGenie yourself under{' '}
      <a href={props.removeAppUrl}>Apps and Websites at Instagram</a>.
    </p>
  );
}
