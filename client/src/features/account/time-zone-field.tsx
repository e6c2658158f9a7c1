import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { browserTimeZone, timeZoneChoices, timeZoneGroups } from '../../lib/time-zones';

interface TimeZoneFieldProps {
  id: string;
  value: string;
  onChange: (value: string) => void;
  error: string | null;
}

/**
 * The clock that an account's times follow: prefilled by the caller, kept as chosen. The browser's own list: it is found
 * by typing the first letters of a city, phones show it their way, and it weighs nothing.
 */
export function TimeZoneField({ onChange, value, ...rest }: TimeZoneFieldProps) {
  const [groups] = useState(() => timeZoneGroups(timeZoneChoices(browserTimeZone(), value)));
  return (
    <NativeSelect
      {...rest}
      label="Time zone"
      description="The times you see follow this clock."
      required
      value={value}
      data={groups}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
