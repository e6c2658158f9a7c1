import { Text } from '@mantine/core';
import { useTimeZone } from '../account';
import { DataExportPanel } from './data-export-panel';
import { DataHeldTable } from './data-held-table';
import { Section } from './section';

/** Everything that is held about the account, and a copy of it to take away. */
export function DataSection() {
  const timeZone = useTimeZone();
  return (
    <Section id="data" title="Data we hold">
      <Text>Each line says how many records of yours this server holds now.</Text>
      <DataExportPanel timeZone={timeZone} />
      <DataHeldTable timeZone={timeZone} />
    </Section>
  );
}
