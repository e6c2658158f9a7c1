import { useEffect, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { type ConnectReturn, readConnectReturn } from './connect-outcome';

/**
 * The outcome that Instagram's way back left in the address, kept while one stays on the screen. It is
 * taken out of the address at once, so that reloading or going back does not tell it a second time.
 */
export function useConnectReturn(): ConnectReturn | null {
  const [searchParams, setSearchParams] = useSearchParams();
  const { hash } = useLocation();
  const [connectReturn, setConnectReturn] = useState(() => readConnectReturn(searchParams, hash));
  useEffect(() => {
    const found = readConnectReturn(searchParams, hash);
    if (found === null) return;
    setConnectReturn(found);
    setSearchParams({}, { replace: true });
  }, [searchParams, hash, setSearchParams]);
  return connectReturn;
}
