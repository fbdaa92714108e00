/** Messages on their way: shown at once, sent in order, kept while the server is away, never sent as two. */
import type { Client } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { ErrorCode } from '../../shared/contract/errors.ts';
import type { ClientEntryId, SessionId } from '../../shared/contract/identifiers.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import type { Unsent } from '../port/view-state.ts';
import { draftTexts } from '../texts/drafts-en.ts';
import type { OwnerState } from './owner-state.ts';

/** Messages that the server has not acknowledged. */
export interface Outbox {
  /**
   * Puts a message at the end of its session's line. The same `clientId` a second time changes nothing. Throws `too-large`
   * when too many wait already.
   */
  write(message: Omit<Unsent, 'at' | 'failure'>): void;
  discard(clientId: ClientEntryId): void;
  /** Sends what waits; call it when the link has opened. */
  flush(): void;
}

/** What the outbox works with; `now` in Unix ms. */
export interface OutboxOptions {
  readonly state: OwnerState;
  readonly server: Client<Pick<RepContract, 'event'> & { operations: Pick<RepContract['operations'], 'chat.send'> }>;
  /** The stored entry of a sent message. */
  readonly onSent: (session: SessionId, entry: LogEntry) => void;
  readonly now: () => number;
  readonly after: (delayMs: number, run: () => void) => () => void;
}

/** So many messages wait at most: what is kept on disk has an end. */
const mostUnsent = 200;
/** A server that is there may still not be able to store, as while its store is away. */
const AGAIN_AFTER_MS = 3000;

/** Keeps its messages in `state.unsent`; what stands there already is sent by the first `flush`. */
export function createOutbox({ state, server, onSent, now, after }: OutboxOptions): Outbox {
  const sending = new Set<SessionId>();

  const drop = (clientId: ClientEntryId) => {
    state.unsent.value = state.unsent.value.filter((message) => message.clientId !== clientId);
  };
  const fail = (clientId: ClientEntryId, failure: string) => {
    state.unsent.value = state.unsent.value.map((message) =>
      message.clientId === clientId ? { ...message, failure } : message,
    );
  };

  /* One message of a session at a time, so that their order is that of writing. */
  const sendLine = async (session: SessionId) => {
    if (sending.has(session)) return;
    sending.add(session);
    try {
      let next = nextOf(state.unsent.value, session);
      while (next !== undefined && state.isOnline.value) {
        const { clientId, text, audience } = next;
        try {
          const { entry } = await server.call('chat.send', {
            session,
            clientId,
            text,
            ...(audience === undefined ? {} : { audience }),
          });
          onSent(session, entry);
          drop(clientId);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          // Whether it arrived is not known: it stays, and its client id keeps it from being stored twice.
          if (mayPass(error)) {
            after(AGAIN_AFTER_MS, () => void sendLine(session));
            return;
          }
          fail(clientId, error.message);
        }
        next = nextOf(state.unsent.value, session);
      }
    } finally {
      sending.delete(session);
    }
  };

  return {
    write(message) {
      if (state.unsent.value.some(({ clientId }) => clientId === message.clientId)) return;
      if (state.unsent.value.length >= mostUnsent) throw new AppError('too-large', { text: draftTexts.tooManyUnsent });
      const customer = state.sessions.value.find(({ head }) => head.id === message.session)?.head.customer.name;
      const named = customer === undefined ? message : { ...message, customer };
      state.unsent.value = [...state.unsent.value, { ...named, at: now(), failure: null }];
      void sendLine(message.session);
    },
    discard: drop,
    flush() {
      for (const session of new Set(state.unsent.value.map((message) => message.session))) void sendLine(session);
    },
  };
}

function nextOf(unsent: readonly Unsent[], session: SessionId): Unsent | undefined {
  return unsent.find((message) => message.session === session && message.failure === null);
}

const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'no-answer',
  'store-down',
  'store-full',
  'server-fault',
  'too-many-tries',
]);

function mayPass(error: AppError): boolean {
  return passing.has(error.code);
}
