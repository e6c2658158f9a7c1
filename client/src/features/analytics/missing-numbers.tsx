import { Text } from '@mantine/core';
import { Notice } from '../../ui/notice';
import { missingSentences } from './missing-reasons';
import type { RangeSeries } from './range-series';

/** One line per reason for what Instagram did not give; nothing when all is known. */
export function MissingNumbers({ series }: { series: readonly RangeSeries[] }) {
  const sentences = missingSentences(series);
  if (sentences.length === 0) return null;
  return (
    <Notice tone="neutral">
      {sentences.map((sentence) => (
        <Text key={sentence}>{sentence}</Text>
      ))}
    </Notice>
  );
}
