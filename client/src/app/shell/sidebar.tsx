import { NavLink } from 'react-router';
import { paths } from '../paths';
import classes from './sidebar.module.css';
import { SignOutButton } from './sign-out-button';

const screens = [
  { to: paths.integrations, label: 'Social Media Integration' },
  { to: paths.analytics, label: 'Analytics' },
  { to: paths.settings, label: 'Settings' },
] as const;

interface SidebarProps {
  email: string | undefined;
  /** Called when one leaves by a link, so that a drawer can close. */
  onLeave?: () => void;
}

/** The words of the navigation, the same in the sidebar and in the phone's drawer. */
export function Sidebar({ email, onLeave }: SidebarProps) {
  return (
    <div className={classes.sidebar}>
      <p className={classes.logo}>SocioGenie</p>
      <nav aria-label="Screens">
        <ul className={classes.screens}>
          {screens.map(({ to, label }) => (
            <li key={to}>
              <NavLink to={to} className={classes.screen ?? ''} {...(onLeave && { onClick: onLeave })}>
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className={classes.foot}>
        <ul className={classes.help}>
          <li>
            <a href={paths.dataDeletion}>Help and data deletion</a>
          </li>
          <li>
            <a href={paths.privacy}>Privacy</a>
          </li>
        </ul>
        <p className={classes.email}>{email}</p>
        <SignOutButton />
      </div>
    </div>
  );
}
