import { Text } from '@mantine/core';
import { Notice } from '../../ui/notice';
import { describeMissing } from './model/describe-missing';
import type { RangeSeries } from './model/range-series';

/** One line per reason for what Instagram did not give; nothing when all is known. */
export function MissingNumbers({ series }: { series: readonly RangeSeries[] }) {
  const sentences = describeMissing(series);
  if (sentences.length === 0) return null;
  return (
    <Notice tone="neutral">
      {sentences.map((sentence) => (
        <Text key={sentence}>{sentence}</Text>
      ))}
    </Notice>
  );
}
