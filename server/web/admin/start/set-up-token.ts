import * as v from 'valibot';
import { Token } from '../../../../shared/contract/identifiers.ts';

/**
 * Takes the one-time token out of the address of the set-up page. It leaves the address bar at once, so that neither
 * the history nor a look over the shoulder keeps it. `undefined` where there is none, or something that is no token.
 */
export function takeToken(
  place: Pick<Location, 'pathname' | 'hash'>,
  history: Pick<History, 'replaceState'>,
): Token | undefined {
  if (place.pathname !== '/setup' || place.hash === '') return undefined;
  const token = v.safeParse(Token, place.hash.slice(1));
  history.replaceState(null, '', place.pathname);
  return token.success ? token.output : undefined;
}
