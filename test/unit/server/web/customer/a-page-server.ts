/** Plays the server of a customer's page: answers calls, and keeps what it was asked. */
import * as v from 'valibot';
import { plainBranding } from '../../../../../shared/contract/branding.ts';
import type { Call, EventInput } from '../../../../../shared/contract/contract.ts';
import type { CustomerContract, CustomerState } from '../../../../../shared/contract/customer-contract.ts';
import type { Ending } from '../../../../../shared/contract/ending.ts';
import type { ErrorCode } from '../../../../../shared/contract/errors.ts';
import { LogEntry } from '../../../../../shared/contract/session-log.ts';
import { SessionHead } from '../../../../../shared/contract/session.ts';
import type { SocketLinkOptions } from '../../../../../shared/link/socket-carrier.ts';
import { START } from './a-log.ts';

const id = (letter: string) => letter.repeat(22);

export function aSessionHead(change: Partial<SessionHead> = {}): SessionHead {
  return v.parse(SessionHead, {
    id: id('s'),
    state: 'live',
    customer: { name: 'Marta', email: '', phone: '', present: true },
    channelName: '',
    incident: null,
    reason: '',
    owner: { account: id('r'), displayName: 'Ines Halvorsen', picture: null },
    ownerMissing: null,
    startedAt: START,
    endedAt: null,
    lastSeq: 0,
    read: { customer: 0, reps: 0 },
    screen: 'none',
    ask: null,
    consents: [],
    facts: null,
    code: null,
    ...change,
  });
}

/** What the page finds when it opens; a test changes it. */
export function aPageServer() {
  const server = {
    state: { at: 'start' } as CustomerState,
    endings: [] as Ending[],
    /** Why it takes no message; `silent`: it says nothing at all. */
    refuses: undefined as ErrorCode | 'silent' | undefined,
    calls: [] as Call[],
    tell: (_event: EventInput<CustomerContract>): void => undefined,
    openSocket(options: SocketLinkOptions) {
      server.tell = options.onEvent;
      queueMicrotask(() => options.onState({ at: 'open' }));
      return {
        state: { at: 'open' } as const,
        call: (call: Call) => Promise.resolve(server.answer(call)),
        retryNow: () => undefined,
        close: () => undefined,
      };
    },
    answer(call: Call): unknown {
      server.calls.push(call);
      switch (call.operation) {
        case 'page.open':
          return answered({
            serverTime: START,
            organisation: { name: 'Fern Street Library' },
            branding: plainBranding,
            channels: [],
            incidents: [],
            state: server.state,
            reservation: null,
          });
        case 'endings.mine':
          return answered({ endings: server.endings });
        case 'invitations.mine':
          return answered({ invitation: null, desks: [], domains: [] });
        case 'log.after':
          return answered({ entries: [], more: false });
        case 'chat.send':
          if (server.refuses === 'silent') return new Promise(() => undefined);
          return server.refuses === undefined
            ? answered({ entry: stored(call.params) })
            : { ok: false, error: { code: server.refuses, text: 'This session has ended.' } };
        default:
          return answered({});
      }
    },
    /** The operations that were asked for, in their order. */
    asked: (operation: string) =>
      server.calls.filter((call) => call.operation === operation).map(({ params }) => params),
  };
  return server;
}

const answered = (result: unknown) => ({ ok: true, result });

const Sent = v.object({ session: v.string(), clientId: v.string(), text: v.string() });

function stored(params: unknown): LogEntry {
  const { session, clientId, text } = v.parse(Sent, params);
  const by = { kind: 'customer', name: 'Marta' };
  return v.parse(LogEntry, { session, clientId, seq: 1, at: START, by, audience: 'all', kind: 'chat', text });
}
