import { Button } from '@mantine/core';
import classes from './activity-button.module.css';

interface ActivityButtonProps {
  count: number;
  opened: boolean;
  onOpen: () => void;
}

/** "Activity (3)": the number is part of the words. */
export function ActivityButton({ count, opened, onOpen }: ActivityButtonProps) {
  return (
    <Button
      variant="subtle"
      color="gray"
      className={classes.button}
      aria-haspopup="dialog"
      aria-expanded={opened}
      onClick={onOpen}
    >
      {count === 0 ? 'Activity' : `Activity (${count} new)`}
    </Button>
  );
}
