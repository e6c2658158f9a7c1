import { Anchor, Button, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { connectPath, deletionStatusPath } from '../../app/paths';
import type { DeletionCardFragment } from '../../gql/graphql';
import type { Clock } from '../../lib/clock';
import { Card } from '../../ui/card';
import { StatusPill } from '../../ui/status-pill';
import { ConfirmationCode } from './confirmation-code';
import classes from './deletion-card.module.css';
import { deletionSteps, isWithdrawalOpen } from './deletion-steps';
import { deletionWords } from './deletion-words';
import { StepList } from './step-list';

interface DeletionCardProps {
  deletion: DeletionCardFragment;
  clock: Clock;
  /** The handle, only while this tab still knows it from before; null once erasing is done. */
  handle: string | null;
  /** Where a person removes the app at Instagram. */
  instagramAppsUrl: string | undefined;
  /** True for the one this person has just started: its heading takes focus. */
  takesFocus: boolean;
  onHide: () => void;
}

/** One deletion request: its steps while it runs, one line with the code when it is done. */
export function DeletionCard(props: DeletionCardProps) {
  const { deletion, clock, handle, instagramAppsUrl, takesFocus, onHide } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const { title, pill, tone, icon, sentence } = deletionWords(deletion, clock);
  const done = deletion.state === 'COMPLETED';
  useEffect(() => {
    if (!takesFocus) return;
    // After the dialog has let go of focus.
    const timer = setTimeout(() => heading.current?.focus(), 50);
    return () => clearTimeout(timer);
  }, [takesFocus]);
  return (
    <Card>
      <div className={classes.head}>
        <Title order={2} ref={heading} tabIndex={-1} data-deletion={deletion.confirmationCode}>
          {handle === null ? title : `@${handle}`}
        </Title>
        <StatusPill tone={tone} icon={icon}>
          {pill}
        </StatusPill>
      </div>
      {!done && <StepList steps={deletionSteps(deletion)} clock={clock} />}
      <p className={classes.sentence}>{sentence}</p>
      {isWithdrawalOpen(deletion.accessWithdrawal) && (
        <p className={classes.sentence}>
          Our access key is destroyed. Instagram did not confirm that our access is withdrawn; to be sure,
          remove SocioGenie under <Anchor href={instagramAppsUrl}>Apps and Websites</Anchor> at Instagram.
        </p>
      )}
      <p>
        Code <ConfirmationCode code={deletion.confirmationCode} />
      </p>
      <div className={classes.actions}>
        <Button component="a" href={deletionStatusPath(deletion.confirmationCode)}>
          {done ? 'View receipt' : 'View deletion status'}
        </Button>
        {done && (
          <Button component={Link} to={connectPath()}>
            Connect Instagram
          </Button>
        )}
        {done && (
          <Button variant="subtle" color="gray" onClick={onHide}>
            Hide this line
          </Button>
        )}
      </div>
    </Card>
  );
}
