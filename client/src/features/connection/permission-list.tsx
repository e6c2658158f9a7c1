import type { InstagramPermission } from '../../gql/graphql';
import classes from './connect-page.module.css';
import { permissionWords } from './permissions';

/** Each permission that Instagram will ask for, with what it is for and what is missing without it. */
export function PermissionList({ permissions }: { permissions: readonly InstagramPermission[] }) {
  return (
    <dl className={classes.permissions}>
      {permissions.map((permission) => {
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
