import { Select } from '@mantine/core';
import { useState } from 'react';
import { browserTimeZone, timeZoneChoices } from '../../lib/time-zones';

interface TimeZoneFieldProps {
  id: string;
  value: string;
  onChange: (value: string) => void;
  error: string | null;
}

/** The clock that an account's times follow: searchable, prefilled by the caller, kept as chosen. */
export function TimeZoneField({ onChange, ...rest }: TimeZoneFieldProps) {
  const [choices] = useState(() => timeZoneChoices(browserTimeZone()));
  return (
    <Select
      {...rest}
      label="Time zone"
      description="The times you see follow this clock."
      required
      data={choices}
      searchable
      // Beside the field and not at the end of the page, so that it stays inside the main landmark.
      comboboxProps={{ withinPortal: false }}
      limit={60}
      allowDeselect={false}
      nothingFoundMessage="No time zone has these letters. Try the name of a big city."
      onChange={(value) => {
        if (value !== null) onChange(value);
      }}
    />
  );
}
