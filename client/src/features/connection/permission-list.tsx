import classes from './connect-page.module.css';
import { permissionWords, requestedPermissions } from './permissions';

/** Each permission that Instagram will ask for, with what it is for and what is missing without it. */
export function PermissionList() {
  return (
    <dl className={classes.permissions}>
      {requestedPermissions.map((permission) => {
        const { title, use, without } = permissionWords[permission];
        return (
          <div key={permission} className={classes.permission}>
            <dt>{title}</dt>
            <dd>
              {use} <span className={classes.without}>{without}</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
