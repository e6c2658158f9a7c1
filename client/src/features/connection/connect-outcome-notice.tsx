import type { Ref } from 'react';
import { connectPath } from '../../app/paths';
import { Notice } from '../../ui/notice';
import { TextLink } from '../../ui/text-link';
import { useViewer } from '../account';
import { type ConnectReturn, outcomeWords } from './connect-outcome';
import type { CardConnection } from './connection.queries';
import { TransferOffer } from './transfer/transfer-offer';

interface ConnectOutcomeNoticeProps {
  back: ConnectReturn;
  /** The connection concerned, if it is on the screen. */
  connection: Pick<CardConnection, 'id' | 'username' | 'missingPermissions'> | null;
  ref?: Ref<HTMLDivElement>;
}

/** One line on what came of going to Instagram. */
export function ConnectOutcomeNotice({ back, connection, ref }: ConnectOutcomeNoticeProps) {
  const contactEmail = useViewer().service?.contactEmail ?? 'the operator of this server';
  const { tone, sentence, again } = outcomeWords(back.outcome, {
    ...{ username: connection?.username ?? null, actual: back.actual, contactEmail },
    missing: connection?.missingPermissions ?? [],
  });
  return (
    <Notice tone={tone} {...(ref === undefined ? {} : { ref })}>
      <p>{sentence}</p>
      {back.proof !== null && <TransferOffer proof={back.proof} />}
      {again !== null && (
        <p>
          <TextLink to={connectPath(connection?.id)}>{again}</TextLink>
        </p>
      )}
    </Notice>
  );
}
