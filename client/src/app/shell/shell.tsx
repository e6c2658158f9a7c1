import { lazy, Suspense, useRef, useState } from 'react';
import { Outlet, useNavigation } from 'react-router';
import { useTimeZone, useViewer } from '../../features/account';
import { ActivityButton, ConfirmAddressLine, useShellNotices } from '../../features/notice';
import { OfflineLine } from './offline-line';
import { SandboxLine } from './sandbox-line';
import classes from './shell.module.css';
import { Sidebar } from './sidebar';
import { TopBar } from './top-bar';
import { useSessionWatch } from './use-session-watch';

/** Loaded when it is first opened: wide screens never need it. */
const MenuDrawer = lazy(() => import('./menu-drawer').then((module) => ({ default: module.MenuDrawer })));

const ActivityPanel = lazy(() =>
  import('../../features/notice/activity-panel').then((module) => ({ default: module.ActivityPanel })),
);

/** The frame of every screen of a signed-in person: skip link, navigation, lines about the whole app, content. */
export function Shell() {
  const [menu, setMenu] = useState<'unused' | 'open' | 'closed'>('unused');
  const menuButton = useRef<HTMLButtonElement>(null);
  const { viewer, service } = useViewer();
  const [activity, setActivity] = useState<'unused' | 'open' | 'closed'>('unused');
  const { unseen, addressConfirmed } = useShellNotices();
  const timeZone = useTimeZone();
  const navigating = useNavigation().state === 'loading';
  useSessionWatch();
  const activityButton = (
    <ActivityButton count={unseen} opened={activity === 'open'} onOpen={() => setActivity('open')} />
  );
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        Skip to content
      </a>
      <TopBar ref={menuButton} onOpenMenu={() => setMenu('open')} menuOpen={menu === 'open'}>
        {activityButton}
      </TopBar>
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
      {activity !== 'unused' && (
        <Suspense>
          <ActivityPanel opened={activity === 'open'} onClose={() => setActivity('closed')} />
        </Suspense>
      )}
      <div className={classes.column}>
        <div className={classes.head}>{activityButton}</div>
        <OfflineLine />
        {service?.sandboxUrl && <SandboxLine url={service.sandboxUrl} />}
        {addressConfirmed === false && viewer && (
          <ConfirmAddressLine email={viewer.email} timeZone={timeZone} />
        )}
        <main id="content" tabIndex={-1} className={classes.content} aria-busy={navigating}>
          <Outlet />
        </main>
      </div>
    </div>
  );
}
