import '@mantine/core/styles/FloatingIndicator.layer.css';
import '@mantine/core/styles/SegmentedControl.layer.css';
import { SegmentedControl } from '@mantine/core';
import { type RangeLength, rangePresets } from './model/ranges';

interface RangeSwitchProps {
  value: RangeLength;
  onChoose: (length: RangeLength) => void;
}

/** How many complete days the totals and the chart cover. */
export function RangeSwitch({ value, onChoose }: RangeSwitchProps) {
  return (
    <SegmentedControl
      aria-label="Range"
      value={String(value)}
      onChange={(chosen) => {
        const preset = rangePresets.find((each) => String(each) === chosen);
        if (preset !== undefined) onChoose(preset);
      }}
      data={rangePresets.map((length) => ({ value: String(length), label: `${length} days` }))}
    />
  );
}
