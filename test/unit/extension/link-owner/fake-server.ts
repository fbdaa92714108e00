import { failure } from '../../../../shared/contract/contract.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import type { ErrorCode } from '../../../../shared/contract/errors.ts';
import type { SessionHead } from '../../../../shared/contract/session.ts';
import type { LinkState, SocketLink, SocketLinkOptions } from '../../../../shared/link/socket-carrier.ts';
import { aDesk } from '../builders.ts';

/** A link to a server that a test plays: it opens, breaks and speaks when the test says so. The rep has these sessions. */
export function fakeServer(
  answers: Record<string, (params: never) => unknown> = {},
  sessions: readonly SessionHead[] = [],
) {
  let options: SocketLinkOptions | undefined;
  let state: LinkState = { at: 'connecting' };
  const asked: string[] = [];
  let opened = 0;
  const enter = (next: LinkState) => {
    state = next;
    options?.onState(next);
  };
  const { origin, organisation, account, presence, rights, asks, codesGuardedUntil } = aDesk();
  const all: Record<string, (params: never) => unknown> = {
    'snapshot.get': () => ({
      serverTime: 50_000,
      origin,
      organisation,
      account,
      presence,
      awayBecause: null,
      offer: null,
      channels: [],
      requests: [],
      reservations: [],
      sessions,
      codesGuardedUntil,
      rights,
      asks,
      readOnly: false,
    }),
    'invitations.list': () => ({ invitations: [] }),
    ...answers,
  };
  return {
    asked,
    open: () => enter({ at: 'open' }),
    lose: () => enter({ at: 'lost', since: 1, retryAt: 2, error: undefined }),
    refuse: (text: string, code: ErrorCode = 'not-signed-in') =>
      enter({ at: 'refused', error: new AppError(code, { text }) }),
    /** How often a link was opened. */
    opened: () => opened,
    tell: (event: unknown) => options?.onEvent(event),
    openSocket(given: SocketLinkOptions): SocketLink {
      options = given;
      opened += 1;
      return {
        get state() {
          return state;
        },
        async call(call) {
          asked.push(call.operation);
          const answer = all[call.operation];
          if (state.at !== 'open' || answer === undefined) throw new AppError('no-answer');
          try {
            return { ok: true, result: await answer(call.params as never) };
          } catch (error) {
            if (error instanceof AppError) return failure(error);
            throw error;
          }
        },
        retryNow: () => {},
        close: () => {},
      };
    },
  };
}
