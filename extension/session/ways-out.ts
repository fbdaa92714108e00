/** What can become of a session that its owner closes, as things stand at this moment. Pure. */
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { SessionHead } from '../../shared/contract/session.ts';

/** It is finished, goes back into line, or to one of the guests. */
export type WayOut = 'finish' | 'line' | `guest ${AccountId}`;

/** A session that nobody has come into yet can only be finished. With guests in it, it never goes back into line. */
export function waysOut({ state, channelName, guests = [] }: SessionHead): readonly WayOut[] {
  if (state !== 'live') return ['finish'];
  if (guests.length > 0) return ['finish', ...guests.map(({ account }): WayOut => `guest ${account}`)];
  return channelName === '' ? ['finish'] : ['finish', 'line'];
}
