import type { Icon } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from './icons';
import classes from './notice.module.css';
import type { Tone } from './tone';

const icons: Record<Tone, Icon> = {
  neutral: IconInfoCircle,
  info: IconInfoCircle,
  success: IconCircleCheck,
  warning: IconAlertTriangle,
  danger: IconAlertTriangle,
};

interface NoticeProps {
  tone: Tone;
  children: ReactNode;
  icon?: Icon;
  /** Only for what appears after the page did: `alert` interrupts, `status` waits its turn. */
  role?: 'alert' | 'status';
  /** With a ref the notice can take focus from code. */
  ref?: Ref<HTMLDivElement>;
}

/** What lasts and needs reading: a plain surface with a coloured edge, an icon and words. */
export function Notice({ tone, children, icon, role, ref }: NoticeProps) {
  const IconOfTone = icon ?? icons[tone];
  return (
    <div
      ref={ref}
      className={classes.notice}
      data-tone={tone}
      tabIndex={ref === undefined ? undefined : -1}
      role={role}
    >
      <IconOfTone aria-hidden className={classes.icon} size={20} />
      <div className={classes.words}>{children}</div>
    </div>
  );
}
