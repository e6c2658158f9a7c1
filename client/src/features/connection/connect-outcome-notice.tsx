import type { Ref } from 'react';
import { connectPath } from '../../app/paths';
import { Notice } from '../../ui/notice';
import { TextLink } from '../../ui/text-link';
import { useViewer } from '../account';
import { type ConnectOutcome, outcomeWords } from './connect-outcome';

interface ConnectOutcomeNoticeProps {
  outcome: ConnectOutcome;
  /** The connection concerned, if it is on the screen. */
  connection: { id: string; username: string } | null;
  ref?: Ref<HTMLDivElement>;
}

/** One line on what came of going to Instagram. */
export function ConnectOutcomeNotice({ outcome, connection, ref }: ConnectOutcomeNoticeProps) {
  const contactEmail = useViewer().service?.contactEmail ?? 'the operator of this server';
  const { tone, sentence, again } = outcomeWords(outcome, connection?.username ?? null, contactEmail);
  return (
    <Notice tone={tone} {...(ref === undefined ? {} : { ref })}>
      <p>{sentence}</p>
      {again !== null && (
        <p>
          <TextLink to={connectPath(connection?.id)}>{again}</TextLink>
        </p>
      )}
    </Notice>
  );
}
