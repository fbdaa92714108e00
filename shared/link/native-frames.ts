/**
 * Native-messaging frames: four bytes of length in little-endian order, then JSON in UTF-8. Browsers take at most 1 MB
 * from a host and give at most 64 MB to one (developer.chrome.com, "Native messaging"); both ends hold the smaller limit
 * here, so that nobody can be made to keep more.
 */
import type { Call, Carrier } from '../contract/contract.ts';
import { AppError } from '../contract/errors.ts';

export const MAX_FRAME_BYTES = 1_000_000;
const LENGTH_BYTES = 4;

/** One message as a frame. Throws `too-large` for what no browser would take. */
export function encodeFrame(message: unknown): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify(message));
  if (text.length > MAX_FRAME_BYTES) throw new AppError('too-large');
  const frame = new Uint8Array(LENGTH_BYTES + text.length);
  new DataView(frame.buffer).setUint32(0, text.length, true);
  frame.set(text, LENGTH_BYTES);
  return frame;
}

/** Takes bytes as they come. `broken` is final: what follows a bad frame cannot be told from it. */
export interface FrameReader {
  take(bytes: Uint8Array): { readonly messages: readonly unknown[]; readonly broken: boolean };
}

/** Reads frames out of a stream that is cut anywhere. Holds at most one frame. */
export function createFrameReader(): FrameReader {
  let held = new Uint8Array(0);
  let broken = false;
  return {
    take(bytes) {
      const messages: unknown[] = [];
      held = joined(held, bytes);
      while (!broken && held.length >= LENGTH_BYTES) {
        const length = new DataView(held.buffer, held.byteOffset).getUint32(0, true);
        broken = length === 0 || length > MAX_FRAME_BYTES;
        if (broken || held.length < LENGTH_BYTES + length) break;
        const message = parse(held.subarray(LENGTH_BYTES, LENGTH_BYTES + length));
        held = held.slice(LENGTH_BYTES + length);
        if (message === undefined) broken = true;
        else messages.push(message.json);
      }
      if (broken) held = new Uint8Array(0);
      return { messages, broken };
    },
  };
}

/** A carrier over a pair of byte streams: calls go out numbered, answers come back by their number. */
export interface FrameCarrier extends Carrier {
  /** Bytes from the other side. Messages that are no answers are events. */
  take(bytes: Uint8Array): void;
  /** The stream has ended: whoever waits gets `no-answer`. */
  end(): void;
}

/** `write` sends bytes; `onEvent` gets what comes by itself, unparsed, as every carrier gives it. */
export function createFrameCarrier(
  write: (frame: Uint8Array<ArrayBuffer>) => void,
  onEvent: (message: unknown) => void,
): FrameCarrier {
  const reader = createFrameReader();
  const waiting = new Map<number, { answer: (reply: unknown) => void; fail: (error: AppError) => void }>();
  let lastId = 0;
  let ended = false;

  function end(): void {
    ended = true;
    for (const { fail } of waiting.values()) fail(new AppError('no-answer'));
    waiting.clear();
  }

  return {
    call(call: Call) {
      if (ended) return Promise.reject(new AppError('no-answer'));
      lastId += 1;
      const id = lastId;
      return new Promise((answer, fail) => {
        waiting.set(id, { answer, fail });
        write(encodeFrame({ id, call }));
      });
    },
    take(bytes) {
      if (ended) return;
      const { messages, broken } = reader.take(bytes);
      for (const message of messages) pass(message);
      if (broken) end();
    },
    end,
  };

  function pass(message: unknown): void {
    if (typeof message !== 'object' || message === null) return;
    if ('event' in message) return onEvent(message.event);
    if (!('id' in message) || typeof message.id !== 'number' || !('reply' in message)) return;
    waiting.get(message.id)?.answer(message.reply);
    waiting.delete(message.id);
  }
}

function joined(one: Uint8Array<ArrayBuffer>, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/** Wrapped, because `null` is JSON too. */
function parse(text: Uint8Array): { readonly json: unknown } | undefined {
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text));
    return { json };
  } catch {
    // Bad UTF-8 or no JSON: the caller ends the stream.
    return undefined;
  }
}
