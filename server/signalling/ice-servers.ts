import { createHmac } from 'node:crypto';
import type * as v from 'valibot';
import type { IceServer } from '../../shared/contract/signalling.ts';

/** How long TURN credentials admit new allocations; those that are there live on. */
export const turnLifeMs = 60 * 60_000;

/**
 * The ICE servers for one name: none for a server without TURN, else one with credentials that end by themselves (the
 * TURN REST scheme: the user name is the end in seconds and a name, the password its HMAC-SHA1 under the shared secret).
 */
export function iceServersFor(
  name: string,
  turn: { readonly url: string; readonly secret: string } | undefined,
  now: number,
): v.InferOutput<typeof IceServer>[] {
  if (turn === undefined) return [];
  return [{ urls: turn.url, ...turnCredentials(name, turn.secret, now) }];
}

/** Credentials for one name that end by themselves, as `use-auth-secret` of coturn checks them. */
export function turnCredentials(name: string, secret: string, now: number) {
  const username = `${Math.floor((now + turnLifeMs) / 1000)}:${name}`;
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') };
}
