const ANY_ADDRESS: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };

/** How a process of this machine reaches a server that listens on `host` and `port`. */
export function localUrl(host: string, port: number): string {
  const reachable = ANY_ADDRESS[host] ?? (host.includes(':') ? `[${host}]` : host);
  return `http://${reachable}:${port}`;
}
