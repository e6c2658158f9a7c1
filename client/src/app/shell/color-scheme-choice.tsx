import { isMantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { useId } from 'react';
import classes from './color-scheme-choice.module.css';

/** Light, dark, or what the device says; kept on this device. */
export function ColorSchemeChoice() {
  const id = useId();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className={classes.choice}>
      <label htmlFor={id}>Colours</label>
      <select
        id={id}
        className={classes.select}
        value={colorScheme}
        onChange={({ currentTarget: { value } }) => {
          if (isMantineColorScheme(value)) setColorScheme(value);
        }}
      >
        <option value="auto">Match my device</option>
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
    </div>
  );
}
