import { Badge } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './status-pill.module.css';
import { type Tone, toneColor } from './tone';

interface StatusPillProps {
  tone: Tone;
  icon: Icon;
  children: ReactNode;
}

/** A state in words beside an icon; the words alone are enough. */
export function StatusPill({ tone, icon: IconOfState, children }: StatusPillProps) {
  return (
    <Badge
      className={classes.pill}
      classNames={{ label: classes.label, section: classes.icon }}
      color={toneColor[tone]}
      leftSection={<IconOfState aria-hidden size={14} />}
    >
      {children}
    </Badge>
  );
}
