import { Outlet } from 'react-router';
import { RouteFocusProvider } from '../../ui/route-focus';

/** Around every screen, signed in or not. */
export function Root() {
  return (
    <RouteFocusProvider>
      <Outlet />
    </RouteFocusProvider>
  );
}
