/** A Socket.IO link with a typed client and the events that came over it, whoever is on this side. */
import { io } from 'socket.io-client';
import * as v from 'valibot';
import { createClient, parseEvent } from '../../shared/contract/contract.ts';
import type { Client, Contract, EventOf } from '../../shared/contract/contract.ts';
import { AppError, isErrorCode } from '../../shared/contract/errors.ts';
import { DoorRefusal, LINK_PATH, wire } from '../../shared/contract/link-door.ts';

const OPEN_WITHIN_MS = 10_000;
const ANSWER_WITHIN_MS = 15_000;
const EVENT_WITHIN_MS = 5000;

export interface ContractLink<C extends Contract> {
  readonly client: Client<C>;
  readonly call: Client<C>['call'];
  /** Every event so far, parsed. */
  readonly events: readonly EventOf<C>[];
  /** The first event of a type (that fits), past or to come. Rejects after `withinMs`. */
  event<T extends (EventOf<C> extends { type: string } ? EventOf<C>['type'] : never)>(
    type: T,
    fits?: (event: Extract<EventOf<C>, { type: T }>) => boolean,
    withinMs?: number,
  ): Promise<Extract<EventOf<C>, { type: T }>>;
  /** Resolves when the link is gone, with the moment of it by `performance.now()`. */
  readonly closed: Promise<number>;
  /** What the server gave a page that came without a browser key. */
  browserKey(): string | undefined;
  close(): void;
}

export interface LinkOptions {
  readonly origin: string;
  readonly namespace: string;
  readonly door: object;
  /** `Origin` and what else the client's side would say. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Opens a link; rejects with the server's `AppError` when the door stays shut. It does not come back by itself. */
export async function openContractLink<C extends Contract>(
  contract: C,
  { origin, namespace, door, headers = {} }: LinkOptions,
): Promise<ContractLink<C>> {
  const socket = io(new URL(namespace, origin).href, {
    path: LINK_PATH,
    transports: ['websocket'],
    upgrade: false,
    reconnection: false,
    forceNew: true,
    auth: { ...door },
    extraHeaders: { ...headers },
    timeout: OPEN_WITHIN_MS,
  });
  const events: EventOf<C>[] = [];
  const listeners = new Set<() => void>();
  let key: string | undefined;
  socket.on(wire.browserKey, (given: string) => (key = given));
  socket.on(wire.event, (message: unknown) => {
    const event = parseEvent(contract, message);
    if (event === undefined) throw new Error(`An event that the contract does not know: ${JSON.stringify(message)}`);
    events.push(event);
    for (const listener of listeners) listener();
  });
  const closed = new Promise<number>((resolve) => socket.once('disconnect', () => resolve(performance.now())));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', (cause: Error & { data?: unknown }) => {
      socket.disconnect();
      reject(refusal(cause));
    });
  });

  const client = createClient(contract, {
    call: (call) => socket.timeout(ANSWER_WITHIN_MS).emitWithAck(wire.call, call) as Promise<unknown>,
  });
  const find = (type: string, fits: (event: never) => boolean) =>
    events.find((event) => hasType(event, type) && fits(event as never));

  return {
    client,
    call: client.call,
    events,
    closed,
    browserKey: () => key,
    close: () => void socket.disconnect(),
    event(type, fits = () => true, withinMs = EVENT_WITHIN_MS) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          listeners.delete(look);
          reject(new Error(`No event ${type} came within ${withinMs} ms; events: ${JSON.stringify(events)}`));
        }, withinMs);
        const look = () => {
          const found = find(type, fits);
          if (found === undefined) return;
          clearTimeout(timer);
          listeners.delete(look);
          resolve(found as Extract<EventOf<C>, { type: typeof type }>);
        };
        listeners.add(look);
        look();
      });
    },
  };
}

function hasType(event: unknown, type: string): boolean {
  return typeof event === 'object' && event !== null && 'type' in event && event.type === type;
}

function refusal(cause: Error & { data?: unknown }): Error {
  const told = v.safeParse(DoorRefusal, cause.data);
  if (!told.success) return cause;
  const { code, text } = told.output;
  return new AppError(isErrorCode(code) ? code : 'server-fault', { text, cause });
}
