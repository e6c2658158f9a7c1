import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { viewerQuery } from '../../features/account';
import { signInPath } from '../paths';
import { sessionEnd } from '../session-end';

/** Goes to sign-in when a screen's own query finds that nobody is signed in any more. */
export function useSessionWatch(): void {
  const { data } = useQuery(viewerQuery, { fetchPolicy: 'cache-only' });
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const signedOut = data?.viewer === null;
  useEffect(() => {
    if (signedOut) void navigate(signInPath(pathname + search), { state: sessionEnd(), replace: true });
  }, [signedOut, pathname, search, navigate]);
}
