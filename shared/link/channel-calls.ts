/**
 * Calls of a contract over one data channel, with answers and events; binary messages beside them are the caller's own.
 * One side answers ({@link answerChannelCalls}), the other asks ({@link callOverChannel}).
 */
import * as v from 'valibot';
import { createClient, createDispatcher, parseEvent } from '../contract/contract.ts';
import type { Call, Client, Contract, EventInput, EventOf, Handlers } from '../contract/contract.ts';
import { AppError } from '../contract/errors.ts';

/** A text message longer than this is refused unread: in characters as it comes, in bytes as it goes, which no link refuses to carry. */
export const LONGEST_CHANNEL_TEXT = 200_000;

const CallId = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const Asked = v.strictObject({ type: v.literal('call'), id: CallId, call: v.unknown() });
const Told = v.variant('type', [
  v.strictObject({ type: v.literal('reply'), id: CallId, reply: v.unknown() }),
  v.strictObject({ type: v.literal('event'), event: v.unknown() }),
]);

/** The answering side of a channel. */
export interface ChannelAnswers<C extends Contract> {
  /** Takes one text message. Says whether it was a call at all. */
  take(text: string): boolean;
  tell(event: EventInput<C>): void;
}

/** Answers calls. `send` takes one text message to the other side; `onFault` hears of bugs. */
export function answerChannelCalls<C extends Contract>(
  of: C,
  handlers: Handlers<C, undefined>,
  ports: { readonly send: (text: string) => void; readonly onFault: (error: unknown, operation: string) => void },
): ChannelAnswers<C> {
  const dispatch = createDispatcher(of, handlers, {
    onRefused: () => undefined,
    onFault(error, operation) {
      ports.onFault(error, operation);
      return new AppError('invalid', { text: 'The program on the customer’s computer could not do this.' });
    },
  });
  return {
    take(text) {
      const asked = v.safeParse(Asked, parsed(text));
      if (!asked.success) return false;
      const { id, call } = asked.output;
      void dispatch(call, undefined).then((reply) => {
        const answer = JSON.stringify({ type: 'reply', id, reply });
        ports.send(isCarried(answer) ? answer : refusal(id, tooMuch()));
      });
      return true;
    },
    tell: (event) => ports.send(JSON.stringify({ type: 'event', event })),
  };
}

/** Whether a text is short enough for a channel. */
export function isCarried(text: string): boolean {
  return new TextEncoder().encode(text).length <= LONGEST_CHANNEL_TEXT;
}

function tooMuch(): AppError {
  return new AppError('too-large', { text: 'The answer is too long to be sent. Ask for less.' });
}

/** The id of a call, whatever it asks; `undefined` for what is none. */
export function idOfCall(text: string): number | undefined {
  const asked = v.safeParse(Asked, parsed(text));
  return asked.success ? asked.output.id : undefined;
}

/** The text that refuses a call. */
export function refusal(id: number, error: AppError): string {
  return JSON.stringify({
    type: 'reply',
    id,
    reply: { ok: false, error: { code: error.code, text: error.message } },
  });
}

/** The asking side of a channel. */
export interface ChannelClient<C extends Contract> extends Client<C> {
  /** Takes one text message of the other side. */
  take(text: string): void;
  /** The channel is gone: whoever waits for an answer learns it. */
  fail(error: AppError): void;
}

/** Asks over a channel. Events that do not fit the contract are dropped. */
export function callOverChannel<C extends Contract>(
  of: C,
  ports: { readonly send: (text: string) => void; readonly onEvent: (event: EventOf<C>) => void },
): ChannelClient<C> {
  const waiting = new Map<number, { resolve: (reply: unknown) => void; reject: (error: AppError) => void }>();
  let lastId = 0;
  const client = createClient(of, {
    call: (call: Call) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        ports.send(JSON.stringify({ type: 'call', id: lastId, call }));
      }),
  });
  return {
    ...client,
    take(text) {
      const told = v.safeParse(Told, parsed(text));
      if (!told.success) return;
      if (told.output.type === 'reply') {
        waiting.get(told.output.id)?.resolve(told.output.reply);
        waiting.delete(told.output.id);
        return;
      }
      const event = parseEvent(of, told.output.event);
      if (event !== undefined) ports.onEvent(event);
    },
    fail(error) {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    },
  };
}

function parsed(text: string): unknown {
  if (text.length > LONGEST_CHANNEL_TEXT) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Not JSON: the schema refuses what is none.
    return undefined;
  }
}
