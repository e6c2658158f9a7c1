import { Stack } from '@mantine/core';
import { lazy, Suspense, useEffect, useRef } from 'react';
import type { IntegrationsQuery } from '../../gql/graphql';
import type { Clock } from '../../lib/clock';
import { useAddressedPart } from '../../ui/use-addressed-part';
import { useViewer } from '../account';
import { DeletionCard, useHiddenLines } from '../deletion';
import { ConnectOutcomeNotice } from './connect-outcome-notice';
import type { Trouble } from './connection.queries';
import { ConnectionCard } from './connection-card';
import { NotConnectedCard } from './not-connected-card';
import { useStableOrder } from './stable-order';
import { TransferQuestion } from './transfer/transfer-question';
import { TransferRequests } from './transfer/transfer-requests';
import { TroubleBanner } from './trouble-banner';
import { useConnectReturn } from './use-connect-return';
import { loadDisconnectDialog, useDisconnect } from './use-disconnect';
import { useSpokenChanges } from './use-spoken-changes';
import { WaitingCard } from './waiting-card';

const DisconnectDialog = lazy(() =>
  loadDisconnectDialog().then((module) => ({ default: module.DisconnectDialog })),
);

interface IntegrationsProps {
  viewer: NonNullable<IntegrationsQuery['viewer']>;
  trouble: Trouble;
  clock: Clock;
  reload: () => Promise<unknown>;
}

/** The cards: connections in a stable order, then the deletions that run or have ended. */
export function Integrations({ viewer, trouble, clock, reload }: IntegrationsProps) {
  const { instagramConnections, deletionRequests, connectAttempt: attempt } = viewer;
  const connections = useStableOrder(instagramConnections);
  const disconnect = useDisconnect(reload, clock.timeZone);
  const hidden = useHiddenLines();
  const { service } = useViewer();
  const list = useRef<HTMLDivElement>(null);
  const notice = useRef<HTMLDivElement>(null);
  const back = useConnectReturn();
  const concerned = connections.find(({ id }) => id === back?.connectionId) ?? null;
  useAddressedPart();
  useSpokenChanges({ connections, deletions: deletionRequests, attempt, trouble }, clock);

  // Once per return from Instagram: to the card it is about, else to the line that tells the outcome.
  useEffect(() => {
    if (back === null) return;
    const heading = list.current?.querySelector<HTMLElement>(
      `[data-connection="${CSS.escape(back.connectionId ?? '')}"]`,
    );
    (heading ?? notice.current)?.focus();
  }, [back]);

  const { started, forgetHandle } = disconnect;
  const erased = deletionRequests.some(
    (one) => one.confirmationCode === started?.code && one.state === 'COMPLETED',
  );
  useEffect(() => {
    if (erased) forgetHandle();
  }, [erased, forgetHandle]);

  const focusTitle = () => document.querySelector<HTMLElement>('h1')?.focus();
  const hide = (code: string) => {
    hidden.hide(code);
    focusTitle();
  };
  // A connect that is to renew a connection stands on that connection's card.
  const renews = connections.some(({ id }) => id === attempt?.connectionId);
  const waiting = renews ? null : attempt;

  return (
    <Stack gap="md" ref={list}>
      {back !== null && concerned === null && (
        <ConnectOutcomeNotice ref={notice} back={back} connection={null} />
      )}
      <TransferRequests requests={viewer.transferRequests} clock={clock} reload={reload} />
      {trouble !== null && <TroubleBanner trouble={trouble} clock={clock} />}
      {connections.length === 0 && waiting === null && <NotConnectedCard clock={clock} />}
      {connections.map((connection) => (
        <ConnectionCard
          key={connection.id}
          connection={connection}
          attempt={attempt?.connectionId === connection.id ? attempt : null}
          trouble={trouble}
          clock={clock}
          counting={disconnect.countingId === connection.id}
          onDisconnect={(event) => void disconnect.ask(connection, event.currentTarget)}
        >
          <TransferQuestion connection={connection} clock={clock} reload={reload} />
          {back !== null && concerned?.id === connection.id && (
            <ConnectOutcomeNotice back={back} connection={connection} />
          )}
        </ConnectionCard>
      ))}
      {waiting !== null && <WaitingCard attempt={waiting} clock={clock} onCancelled={focusTitle} />}
      {deletionRequests
        .filter(({ state, confirmationCode }) => state !== 'COMPLETED' || !hidden.isHidden(confirmationCode))
        .map((deletion) => (
          <DeletionCard
            key={deletion.confirmationCode}
            deletion={deletion}
            clock={clock}
            handle={deletion.confirmationCode === started?.code ? started.handle : null}
            instagramAppsUrl={service?.instagramAppsUrl}
            takesFocus={deletion.confirmationCode === started?.code}
            onHide={() => hide(deletion.confirmationCode)}
          />
        ))}
      {disconnect.everAsked && (
        <Suspense>
          <DisconnectDialog
            target={disconnect.target}
            busy={disconnect.busy}
            failure={disconnect.failure}
            onCancel={disconnect.cancel}
            onConfirm={() => void disconnect.confirm()}
          />
        </Suspense>
      )}
    </Stack>
  );
}
