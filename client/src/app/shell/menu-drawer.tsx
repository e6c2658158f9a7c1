import { Drawer } from '@mantine/core';
import { Sidebar } from './sidebar';

interface MenuDrawerProps {
  opened: boolean;
  onClose: () => void;
  email: string | undefined;
}

/** The navigation on narrow screens, with the same words as the sidebar. */
export function MenuDrawer({ opened, onClose, email }: MenuDrawerProps) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title="Menu"
      size="18rem"
      closeButtonProps={{ 'aria-label': 'Close menu' }}
      transitionProps={{ duration: 240 }}
    >
      <Sidebar email={email} onLeave={onClose} />
    </Drawer>
  );
}
