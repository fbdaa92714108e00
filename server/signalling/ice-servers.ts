import { createHmac } from 'node:crypto';
import type * as v from 'valibot';
import type { PeerId } from '../../shared/contract/identifiers.ts';
import type { IceServer } from '../../shared/contract/signalling.ts';

/** How long TURN credentials admit new allocations; those that are there live on. */
export const turnLifeMs = 60 * 60_000;

/**
 * The ICE servers for one peer: none for a server without TURN, else one with credentials that end by themselves (the
 * TURN REST scheme: the user name is the end in seconds and a name, the password its HMAC-SHA1 under the shared secret).
 */
export function iceServersFor(
  peer: PeerId,
  turn: { readonly url: string; readonly secret: string } | undefined,
  now: number,
): v.InferOutput<typeof IceServer>[] {
  if (turn === undefined) return [];
  const username = `${Math.floor((now + turnLifeMs) / 1000)}:${peer}`;
  const credential = createHmac('sha1', turn.secret).update(username).digest('base64');
  return [{ urls: turn.url, username, credential }];
}
