import { Button } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import { IconMenu } from '../../ui/icons';
import classes from './top-bar.module.css';

interface TopBarProps {
  onOpenMenu: () => void;
  menuOpen: boolean;
  /** What stands beside the menu. */
  children: ReactNode;
  /** The button, which takes focus back when the menu closes. */
  ref: Ref<HTMLButtonElement>;
}

/** The bar of narrow screens: the name, and a button that says "Menu". */
export function TopBar({ onOpenMenu, menuOpen, children, ref }: TopBarProps) {
  return (
    <nav aria-label="Menu" className={classes.bar}>
      <span className={classes.logo}>SocioGenie</span>
      <div className={classes.buttons}>
        {children}
        <Button
          ref={ref}
          aria-haspopup="dialog"
          aria-expanded={menuOpen}
          leftSection={<IconMenu aria-hidden size={18} />}
          onClick={onOpenMenu}
        >
          Menu
        </Button>
      </div>
    </nav>
  );
}
