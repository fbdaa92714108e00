/** Where a request came from, for throttling and the audit trail. */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** The address to hold somebody to: an IPv4 address, or the /64 of an IPv6 one, which is what one network has at least. */
export type AddressOf = (request: IncomingMessage) => string;

/**
 * Believes `X-Forwarded-For` only from the proxies named, and of it only the last address that is none of them:
 * everything before that can be invented by the sender (H-14).
 */
export function createAddressOf(trustedProxies: readonly string[]): AddressOf {
  const trusted = blockList(trustedProxies);
  return (request) => {
    const direct = plain(request.socket.remoteAddress ?? '');
    if (!contains(trusted, direct)) return network(direct);
    const header = request.headers['x-forwarded-for'];
    const named = (Array.isArray(header) ? header.join(',') : (header ?? ''))
      .split(',')
      .map((item) => plain(item.trim()));
    const behind = named.reverse().find((address) => isIP(address) !== 0 && !contains(trusted, address));
    return network(behind ?? direct);
  };
}

function blockList(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', prefix] = range.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(address, prefix === undefined ? (family === 'ipv6' ? 128 : 32) : Number(prefix), family);
  }
  return list;
}

function contains(list: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && list.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** `::ffff:10.0.0.1` is how a socket for both families shows an IPv4 address. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
}

function network(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail = ''] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const gap = address.includes('::') ? Math.max(0, 8 - before.length - after.length) : 0;
  const groups = [...before, ...Array.from({ length: gap }, () => '0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
