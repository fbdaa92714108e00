/** The PeerServer protocol as far as the stock client speaks it: what comes in, and what goes out. */
import * as v from 'valibot';

/** The largest message that is taken, in bytes. An offer with many candidates is below 20,000. */
export const maxMessageBytes = 64 * 1024;

/** What a client sends. `src` is accepted and never believed. */
export const ClientMessage = v.variant('type', [
  v.object({ type: v.literal('HEARTBEAT') }),
  v.object({
    type: v.picklist(['OFFER', 'ANSWER', 'CANDIDATE', 'LEAVE', 'EXPIRE']),
    dst: v.pipe(v.string(), v.maxLength(64)),
    payload: v.optional(v.unknown()),
  }),
]);
export type ClientMessage = v.InferOutput<typeof ClientMessage>;
export type RelayedMessage = Exclude<ClientMessage, { type: 'HEARTBEAT' }>;

/** Parses one frame; `undefined` for what is no such message. */
export function parseClientMessage(text: string): ClientMessage | undefined {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    // Not JSON at all: refused like any other malformed message.
    return undefined;
  }
  const parsed = v.safeParse(ClientMessage, message);
  return parsed.success ? parsed.output : undefined;
}

/** The first message on every link that was admitted. */
export const openMessage = JSON.stringify({ type: 'OPEN' });

/** For a link that is refused, or closed for what it did. */
export function errorMessage(text: string): string {
  return JSON.stringify({ type: 'ERROR', payload: { msg: text } });
}

/** The id is in use or was used: a new pass is needed. */
export const idTakenMessage = JSON.stringify({ type: 'ID-TAKEN', payload: { msg: 'This id has been used.' } });

/** A message as it is passed on: the sender's id is the server's word, not the sender's. */
export function relayed(message: RelayedMessage, src: string): string {
  const { type, dst, payload } = message;
  return JSON.stringify({ type, src, dst, ...(payload === undefined ? {} : { payload }) });
}

/** Tells a peer that the one it called never came. */
export function expireMessage(absent: string, caller: string): string {
  return JSON.stringify({ type: 'EXPIRE', src: absent, dst: caller });
}
