import { isMantineColorScheme, Radio, Stack, useMantineColorScheme } from '@mantine/core';
import '@mantine/core/styles/Radio.layer.css';

/** Light, dark, or what the device says; kept on this device. */
export function ColorSchemeChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Radio.Group
      label="Colours"
      description="Kept on this device."
      value={colorScheme}
      onChange={(value) => {
        if (isMantineColorScheme(value)) setColorScheme(value);
      }}
    >
      <Stack gap="sm" mt="sm">
        <Radio value="auto" label="Match my device" />
        <Radio value="light" label="Light" />
        <Radio value="dark" label="Dark" />
      </Stack>
    </Radio.Group>
  );
}
