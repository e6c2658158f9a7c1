import { Button, Group, Text } from '@mantine/core';
import { failureSentence } from '../../apollo/failure-sentence';
import type { Clock } from '../../lib/clock';
import { formatSize } from '../../lib/format-size';
import { formatMoment } from '../../lib/format-time';
import { BusyButton } from '../../ui/busy-button';
import { Notice } from '../../ui/notice';
import { Time } from '../../ui/time';
import { useNow } from '../../ui/use-now';
import classes from './data-export-panel.module.css';
import { endingSentence } from './export-words';
import { useDataExport } from './use-data-export';

type Export = ReturnType<typeof useDataExport>;

/** Download everything: ask for it, see how far it is, download it once, or learn what became of it. */
export function DataExportPanel({ timeZone }: { timeZone: string }) {
  const course = useDataExport(timeZone);
  const { dataExport, error, refusal } = course;
  const clock = { timeZone, now: useNow() };
  return (
    <div className={classes.panel}>
      {dataExport === undefined && error !== undefined ? (
        <Notice tone="danger" role="alert">
          <Text>Whether there is an export could not be loaded. {failureSentence(error, timeZone)}</Text>
          <Button mt="sm" onClick={() => void course.reload().catch(() => undefined)}>
            Load again
          </Button>
        </Notice>
      ) : (
        <Course course={course} clock={clock} />
      )}
      <Text role="status" c="dimmed" className={classes.outcome}>
        {refusal}
      </Text>
    </div>
  );
}

function Course({ course, clock }: { course: Export; clock: Clock }) {
  const { dataExport } = course;
  if (dataExport?.state === 'PREPARING') return <Preparing course={course} />;
  if (dataExport?.state === 'READY') return <Ready course={course} clock={clock} />;
  return (
    <>
      {dataExport && <Text>{endingSentence(dataExport, clock)}</Text>}
      <Text c="dimmed">
        A ZIP file with a spreadsheet (CSV) and a JSON file of each kind of data, and a README that says what
        they are. Secrets such as access tokens and your password’s hash are left out.
      </Text>
      <div>
        <BusyButton
          busy={course.busy === 'requesting'}
          busyLabel="Asking for your data..."
          onClick={() => void course.request()}
        >
          Download everything (ZIP)
        </BusyButton>
      </div>
    </>
  );
}

function Preparing({ course }: { course: Export }) {
  const percent = course.dataExport?.progressPercent ?? 0;
  return (
    <>
      <Text>Your data is being prepared: {percent} % done. You can leave this page.</Text>
      <progress className={classes.progress} aria-label="Preparing your data" max={100} value={percent} />
      <div>
        <BusyButton
          busy={course.busy === 'discarding'}
          busyLabel="Cancelling..."
          onClick={() => void course.discard()}
        >
          Cancel the export
        </BusyButton>
      </div>
    </>
  );
}

function Ready({ course, clock }: { course: Export; clock: Clock }) {
  const { expiresAt = null, sizeBytes = null } = course.dataExport ?? {};
  const size = sizeBytes === null ? '' : `, ${formatSize(sizeBytes)}`;
  return (
    <>
      <Text>
        Your export is ready{size}. One download
        {expiresAt !== null && (
          <>
            , until <Time at={expiresAt}>{formatMoment(new Date(expiresAt), clock.timeZone, clock.now)}</Time>
          </>
        )}
        : then the file is destroyed here.
      </Text>
      {course.downloading && (
        <Text>Your browser is downloading it. If it says that it failed, press the button again.</Text>
      )}
      <Group>
        <BusyButton
          variant="filled"
          busy={course.busy === 'linking'}
          busyLabel="Getting the link..."
          onClick={() => void course.download()}
        >
          Download the ZIP file
        </BusyButton>
        <BusyButton
          busy={course.busy === 'discarding'}
          busyLabel="Discarding..."
          onClick={() => void course.discard()}
        >
          Discard the export
        </BusyButton>
      </Group>
    </>
  );
}
