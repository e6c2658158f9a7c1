import { useDisclosure } from '@mantine/hooks';
import { Outlet, useNavigation } from 'react-router';
import { useViewer } from '../../features/account';
import { MenuDrawer } from './menu-drawer';
import { OfflineLine } from './offline-line';
import { SandboxLine } from './sandbox-line';
import classes from './shell.module.css';
import { Sidebar } from './sidebar';
import { TopBar } from './top-bar';
import { useSessionWatch } from './use-session-watch';

/** The frame of every screen of a signed-in person: skip link, navigation, lines about the whole app, content. */
export function Shell() {
  const [menuOpen, menu] = useDisclosure(false);
  const { viewer, service } = useViewer();
  const navigating = useNavigation().state === 'loading';
  useSessionWatch();
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        Skip to content
      </a>
      <TopBar onOpenMenu={menu.open} menuOpen={menuOpen} />
      <MenuDrawer opened={menuOpen} onClose={menu.close} email={viewer?.email} />
      <aside className={classes.sidebar}>
        <Sidebar email={viewer?.email} />
      </aside>
      <div className={classes.column}>
        <OfflineLine />
        {service?.sandboxUrl && <SandboxLine url={service.sandboxUrl} />}
        <main id="content" tabIndex={-1} className={classes.content} aria-busy={navigating}>
          <Outlet />
        </main>
      </div>
    </div>
  );
}
