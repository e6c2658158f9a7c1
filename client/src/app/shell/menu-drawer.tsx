import { Drawer } from '@mantine/core';
import { Sidebar } from './sidebar';

interface MenuDrawerProps {
  opened: boolean;
  onClose: () => void;
  /** Called when one leaves by a link; the screen that opens takes the focus. */
  onLeave: () => void;
  email: string | undefined;
}

/** The navigation on narrow screens, with the same words as the sidebar. */
export function MenuDrawer({ opened, onClose, onLeave, email }: MenuDrawerProps) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title="Menu"
      returnFocus={false}
      size="18rem"
      closeButtonProps={{ 'aria-label': 'Close menu' }}
      transitionProps={{ duration: 240 }}
    >
      <Sidebar email={email} onLeave={onLeave} />
    </Drawer>
  );
}
