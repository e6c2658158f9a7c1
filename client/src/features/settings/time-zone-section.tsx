import { useMutation } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { formatClock } from '../../lib/format-time';
import { BusyButton } from '../../ui/busy-button';
import { ErrorSummary } from '../../ui/error-summary';
import { errorOf } from '../../ui/form-errors';
import { useNow } from '../../ui/use-now';
import { accountSentences, TimeZoneField, useFormCourse, useTimeZone } from '../account';
import { changeTimeZoneMutation } from './account-changes.queries';
import { Section } from './section';
import classes from './settings-form.module.css';

/** The clock that times follow, and what it shows now. */
export function TimeZoneSection() {
  const timeZone = useTimeZone();
  const [chosen, setChosen] = useState(timeZone);
  const [outcome, setOutcome] = useState('');
  const { busy, errors, attempt, submit } = useFormCourse<'timeZone'>(timeZone);
  const [changeTimeZone] = useMutation(changeTimeZoneMutation);
  const now = useNow();
  const id = useId();
  useEffect(() => setChosen(timeZone), [timeZone]);

  const send = async () => {
    const { data } = await changeTimeZone({ variables: { input: { timeZone: chosen } } });
    return (data?.changeTimeZone.userErrors ?? []).map((error) =>
      error.__typename === 'TimeZoneUnknown'
        ? { field: 'timeZone' as const, sentence: accountSentences.timeZoneUnknown }
        : { field: null, sentence: error.message },
    );
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setOutcome('');
    void submit([], send, () => setOutcome(`Saved. The times you see follow the clock of ${chosen}.`));
  };

  return (
    <Section id="time-zone" title="Time zone and clock">
      <form className={classes.form} noValidate onSubmit={onSubmit}>
        <TimeZoneField id={id} value={chosen} onChange={setChosen} error={errorOf(errors, 'timeZone')} />
        <Text>
          {chosen}: now {formatClock(now, chosen)}.
        </Text>
        <Text c="dimmed">
          Days of analytics stay as they are: they are Instagram’s own and change at midnight in Los Angeles.
        </Text>
        <ErrorSummary errors={errors} attempt={attempt} inputId={() => id} />
        <div className={classes.buttons}>
          <BusyButton type="submit" busy={busy} busyLabel="Saving...">
            Save time zone
          </BusyButton>
        </div>
      </form>
      <Text role="status" className={classes.outcome}>
        {outcome}
      </Text>
    </Section>
  );
}
