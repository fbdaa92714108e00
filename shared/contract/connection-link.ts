/** The form of a connection link: its secret stands in the fragment, which browsers send to nobody. Pure. */
import * as v from 'valibot';
import { Ticket } from './identifiers.ts';

/** A link, and for which kind of device it was made. */
export interface ConnectionLink {
  readonly token: Ticket;
  readonly device: 'computer' | 'phone';
}

const letters = { computer: 'c', phone: 'p' } as const;
const Fragment = v.pipe(v.string(), v.regex(/^#?[cp]-[a-z2-7]{26}$/));

/** The page where a code is typed. The code itself stays out of addresses: they end up in histories and logs. */
export function connectAddress(origin: string): string {
  return `${origin}/connect`;
}

/** The address of a link, as it is passed on. */
export function linkAddress(origin: string, { token, device }: ConnectionLink): string {
  return `${connectAddress(origin)}#${letters[device]}-${token}`;
}

/** Reads a fragment such as `#c-…`; `undefined` for anything else. */
export function readLinkFragment(fragment: string): ConnectionLink | undefined {
  if (!v.is(Fragment, fragment)) return undefined;
  const [letter, token] = fragment.replace('#', '').split('-');
  return { token: v.parse(Ticket, token), device: letter === 'p' ? 'phone' : 'computer' };
}
