import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { SessionHead } from '../../shared/contract/session.ts';
import type { OwnCall } from '../port/view-state.ts';

/** Where a call stands, for this rep in this browser. */
export type CallPlace = 'none' | 'asked' | 'asking' | 'others-asking' | 'here' | 'elsewhere' | 'others-talking';

/** Of what the server says of the call, and what was begun in this browser. Pure. */
export function callPlace(
  { id, call }: Pick<SessionHead, 'id' | 'call'>,
  own: OwnCall | null,
  me: AccountId | undefined,
): CallPlace {
  if (call === undefined) return 'none';
  const isMine = call.rep === me;
  if (call.since === null) {
    if (call.askedBy === 'customer') return 'asked';
    return isMine ? 'asking' : 'others-asking';
  }
  if (!isMine) return 'others-talking';
  return own?.session === id && own.askedAt === call.askedAt ? 'here' : 'elsewhere';
}
