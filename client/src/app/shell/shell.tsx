import { lazy, Suspense, useRef, useState } from 'react';
import { Outlet, useNavigation } from 'react-router';
import { useViewer } from '../../features/account';
import { OfflineLine } from './offline-line';
import { SandboxLine } from './sandbox-line';
import classes from './shell.module.css';
import { Sidebar } from './sidebar';
import { TopBar } from './top-bar';
import { useSessionWatch } from './use-session-watch';

/** Loaded when it is first opened: wide screens never need it. */
const MenuDrawer = lazy(() => import('./menu-drawer').then((module) => ({ default: module.MenuDrawer })));

/** The frame of every screen of a signed-in person: skip link, navigation, lines about the whole app, content. */
export function Shell() {
  const [menu, setMenu] = useState<'unused' | 'open' | 'closed'>('unused');
  const menuButton = useRef<HTMLButtonElement>(null);
  const { viewer, service } = useViewer();
  const navigating = useNavigation().state === 'loading';
  useSessionWatch();
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        Skip to content
      </a>
      <TopBar ref={menuButton} onOpenMenu={() => setMenu('open')} menuOpen={menu === 'open'} />
      {menu !== 'unused' && (
        <Suspense>
          <MenuDrawer
            opened={menu === 'open'}
            email={viewer?.email}
            onLeave={() => setMenu('closed')}
            onClose={() => {
              setMenu('closed');
              menuButton.current?.focus();
            }}
          />
        </Suspense>
      )}
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
