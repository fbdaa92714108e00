/** Whom a customer may mail in the organisation's name: its own people, so that the server is nobody's way to strangers. Pure. */
import type { HelpDesk } from '../../shared/contract/invitation.ts';

/** What stands behind the last @, in lower case. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** The addresses that may not be mailed. */
export function strangers(
  addresses: readonly string[],
  { domains, desks }: { readonly domains: readonly string[]; readonly desks: readonly HelpDesk[] },
): string[] {
  const known = new Set(desks.map(({ address }) => address.toLowerCase()));
  return addresses.filter((address) => !domains.includes(domainOf(address)) && !known.has(address.toLowerCase()));
}

/** The channels whose help desk is among the addresses, or was chosen by itself. */
export function desksAmong(
  { to, desks: chosen }: { readonly to: readonly string[]; readonly desks: readonly string[] },
  desks: readonly HelpDesk[],
): HelpDesk[] {
  const typed = new Set(to.map((address) => address.toLowerCase()));
  return desks.filter(({ channel, address }) => chosen.includes(channel) || typed.has(address.toLowerCase()));
}
