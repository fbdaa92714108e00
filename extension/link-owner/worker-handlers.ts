/** What a clicked notification or a key of the browser asks of the link owner. */
import type { Client, Handlers } from '../../shared/contract/contract.ts';
import type { RequestId, SessionId } from '../../shared/contract/identifiers.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import { safeName } from '../../shared/ui/safe-text.ts';
import type { Asked } from '../port/asked.ts';
import type { ViewDoor } from '../port/view-door.ts';
import type { BrowserKey, OwnerContract } from '../port/worker-contract.ts';
import { isCode, sessionInWords, sessionsFound } from './find-sessions.ts';
import type { OwnerState } from './owner-state.ts';
import { offeredRequest, waitingRows } from './request-rows.ts';
import type { SessionBook } from './session-book.ts';

/** What the worker may reach. */
export interface WorkerHandlersOptions {
  readonly state: OwnerState;
  readonly server: Client<RepContract>;
  readonly book: SessionBook;
  readonly views: Pick<ViewDoor, 'tell'>;
}

/** One handler for each operation of the owner contract. */
export function createWorkerHandlers(options: WorkerHandlersOptions): Handlers<OwnerContract, undefined> {
  const { state, server, book, views } = options;

  /* For panels that are open, and for the one that is just being opened. */
  const show = (session: SessionId) => {
    state.wanted.value = session;
    views.tell({ type: 'session.wanted', session });
  };
  const ask = (asked: Asked) => {
    state.asked.value = asked;
    views.tell({ type: 'asked.waits' });
  };
  const claim = async (request: RequestId) => {
    const { session } = await server.call('requests.claim', { request });
    book.putHead(session);
    show(session.id);
  };
  const press: Record<BrowserKey, () => Promise<unknown>> = {
    'accept-offer': async () => {
      const rows = state.requests.value;
      const first = offeredRequest(rows, state.desk.value?.offer) ?? waitingRows(rows)[0];
      if (first !== undefined) await claim(first.id);
    },
    'start-session': async () => {
      state.wanted.value = null;
      views.tell({ type: 'start.wanted' });
    },
    'release-control': () =>
      Promise.all(
        state.sessions.value
          .filter(({ head }) => head.consents.some(({ scope }) => scope === 'control'))
          .map(({ head }) => server.call('consent.lower', { session: head.id, scope: 'control' })),
      ),
  };

  return {
    'notice.claim': async ({ request }) => {
      await claim(request);
      return {};
    },
    'notice.pass': async ({ request }) => {
      const offer = state.desk.value?.offer;
      if (offer?.request === request) await server.call('offers.pass', { offer: offer.id });
      return {};
    },
    'notice.take': async ({ invitation }) => {
      const { session } = await server.call('invitations.take', { invitation });
      book.putHead(session);
      show(session.id);
      return {};
    },
    'notice.decline': async ({ invitation }) => {
      await server.call('invitations.pass', { invitation });
      return {};
    },
    'notice.look': ({ session }) => {
      show(session);
      return {};
    },
    'notice.reservations': () => {
      state.wanted.value = null;
      state.reservationsWanted.value = true;
      views.tell({ type: 'reservations.wanted' });
      return {};
    },
    'asked.put': (asked) => {
      ask(asked);
      return {};
    },
    'sessions.find': ({ text }) => ({
      found: sessionsFound(state.sessions.value, text).map((session) => ({
        content: session.head.code?.code ?? session.head.customer.name,
        words: sessionInWords(session),
      })),
    }),
    'sessions.enter': ({ text }) => {
      const [found] = sessionsFound(state.sessions.value, text);
      if (found !== undefined) show(found.head.id);
      else if (isCode(text)) ask({ what: 'no-code' });
      else if (text.trim() !== '') ask({ what: 'name', customer: safeName(text, 80) });
      return {};
    },
    'keys.press': async ({ key }) => {
      await press[key]();
      return {};
    },
  };
}
