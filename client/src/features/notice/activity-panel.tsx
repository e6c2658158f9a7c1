import { Drawer, Text } from '@mantine/core';
import { failureSentence } from '../../apollo/failure-sentence';
import { paths } from '../../app/paths';
import type { Clock } from '../../lib/clock';
import { formatAgo } from '../../lib/format-time';
import { BusyButton } from '../../ui/busy-button';
import { LoadingRegion } from '../../ui/loading-region';
import { Notice } from '../../ui/notice';
import { TextLink } from '../../ui/text-link';
import { Time } from '../../ui/time';
import { useNow } from '../../ui/use-now';
import { useTimeZone } from '../account';
import classes from './activity-panel.module.css';
import type { ShownNotice } from './notice.queries';
import { linkWordsOf, mailSentence } from './notice-words';
import { useActivity } from './use-activity';

interface ActivityPanelProps {
  opened: boolean;
  onClose: () => void;
}

/** What the account was told, as a lasting list beside the screen. */
export function ActivityPanel({ opened, onClose }: ActivityPanelProps) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      title="Activity"
      size="24rem"
      returnFocus
      closeButtonProps={{ 'aria-label': 'Close activity' }}
      transitionProps={{ duration: 240 }}
    >
      {opened && <ActivityList onLeave={onClose} />}
    </Drawer>
  );
}

function ActivityList({ onLeave }: { onLeave: () => void }) {
  const { notices, hasMore, busy, error, more } = useActivity();
  const clock = { timeZone: useTimeZone(), now: useNow() };
  const failed = error !== null && (
    <Notice tone="danger" role="alert">
      <Text>Activity could not be loaded. {failureSentence(error, clock.timeZone)}</Text>
      <BusyButton mt="sm" busy={busy} busyLabel="Loading..." onClick={() => void more()}>
        Load again
      </BusyButton>
    </Notice>
  );
  if (notices === null)
    return failed || <LoadingRegion label="Loading your activity" heights={[72, 72, 72]} />;
  return (
    <div className={classes.panel}>
      {notices.length === 0 && (
        <Text c="dimmed">
          Nothing yet. When a connection needs you, or something ended, it stands here for a year.
        </Text>
      )}
      {notices.length > 0 && (
        <ol className={classes.list}>
          {notices.map((notice) => (
            <Entry key={notice.id} notice={notice} clock={clock} onLeave={onLeave} />
          ))}
        </ol>
      )}
      {failed}
      {hasMore && error === null && (
        <BusyButton busy={busy} busyLabel="Loading..." onClick={() => void more()}>
          Show earlier
        </BusyButton>
      )}
    </div>
  );
}

interface EntryProps {
  notice: ShownNotice;
  clock: Clock;
  onLeave: () => void;
}

function Entry({ notice, clock, onLeave }: EntryProps) {
  const { kind, sentence, connection, toldAt, seen, mail } = notice;
  const ofMail = mailSentence(mail);
  const link = linkWordsOf(kind);
  return (
    <li className={classes.entry}>
      <Text fw={600}>{sentence}</Text>
      <Text c="dimmed">
        {!seen && <span className={classes.fresh}>New. </span>}
        {connection && <>@{connection.username}, </>}
        <Time at={toldAt}>{formatAgo(new Date(toldAt), clock.timeZone, clock.now)}</Time>
      </Text>
      {ofMail !== null && <Text c="dimmed">{ofMail}</Text>}
      {link !== null && (
        <TextLink
          to={connection ? `${paths.integrations}#${connection.id}` : link.to}
          onClick={onLeave}
          className={classes.link ?? ''}
        >
          {link.words}
        </TextLink>
      )}
    </li>
  );
}
