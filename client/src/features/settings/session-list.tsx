import { Text } from '@mantine/core';
import type { Ref } from 'react';
import { formatAgo, formatMoment } from '../../lib/format-time';
import { BusyButton } from '../../ui/busy-button';
import { Time } from '../../ui/time';
import { useNow } from '../../ui/use-now';
import { ConfirmPasswordForm } from './confirm-password-form';
import { deviceWords } from './device-words';
import classes from './session-list.module.css';
import type { ShownSession } from './sessions.queries';
import type { Ending, useEndSessions } from './use-end-sessions';

interface SessionListProps {
  sessions: readonly ShownSession[];
  ending: ReturnType<typeof useEndSessions>;
  timeZone: string;
  ref: Ref<HTMLUListElement>;
}

/** One line a browser, this one first; the password is asked for where the button was pressed. */
export function SessionList({ sessions, ending, timeZone, ref }: SessionListProps) {
  const others = sessions.filter(({ current }) => !current);
  const button = (what: Ending, label: string, name?: string) => (
    <BusyButton
      busy={ending.busy === what}
      busyLabel="Ending..."
      {...(name === undefined ? {} : { 'aria-label': name })}
      onClick={(event) => void ending.end(what, event.currentTarget)}
    >
      {label}
    </BusyButton>
  );
  const asked = (what: Ending, action: string) =>
    ending.asking === what && (
      <ConfirmPasswordForm
        action={action}
        nothingDone="No session was ended."
        onConfirmed={ending.goOn}
        onCancel={ending.cancel}
      />
    );
  return (
    <>
      <ul ref={ref} className={classes.list} aria-label="Where you are signed in" tabIndex={-1}>
        {sessions.map((session) => (
          <li key={session.id} className={classes.session}>
            <div className={classes.line}>
              <SessionWords session={session} timeZone={timeZone} />
              {!session.current &&
                button(session, 'End session', `End session: ${deviceWords(session.device)}`)}
            </div>
            {asked(session, 'End session')}
          </li>
        ))}
      </ul>
      {others.length === 0 && <Text>You are signed in nowhere else.</Text>}
      {others.length > 1 && <div>{button('others', 'End all other sessions')}</div>}
      {asked('others', 'End all other sessions')}
    </>
  );
}

function SessionWords({ session, timeZone }: { session: ShownSession; timeZone: string }) {
  const { device, signedInAt, lastUsedAt, current } = session;
  const now = useNow();
  return (
    <div className={classes.words}>
      <Text fw={600}>
        {deviceWords(device)}
        {current && ' (this browser)'}
      </Text>
      <Text c="dimmed">
        Signed in <Time at={signedInAt}>{formatMoment(new Date(signedInAt), timeZone, now)}</Time>
        {!current && (
          <>
            , last used <Time at={lastUsedAt}>{formatAgo(new Date(lastUsedAt), timeZone, now)}</Time>
          </>
        )}
      </Text>
    </div>
  );
}
