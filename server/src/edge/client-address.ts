import ipaddr from 'ipaddr.js';

/**
 * Whom attempts are counted for: an IPv4 address, also when it comes wrapped as IPv6, or the /64 network of an IPv6
 * address, since one subscriber has all addresses of it.
 */
export function clientNetwork(ip: string): string {
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  if (address.kind() === 'ipv4') return address.toString();
  return `${address.toNormalizedString().split(':').slice(0, 4).join(':')}::/64`;
}
