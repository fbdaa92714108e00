/** What the customer's page knows and can do: one link, one state rebuilt at every connection, signals for the parts. */
import { signal } from '@preact/signals';
import { createClient, parseEvent, type EventOf } from '../../../shared/contract/contract.ts';
import {
  customerContract,
  type CustomerContract,
  type CustomerState,
} from '../../../shared/contract/customer-contract.ts';
import type { OwnReservation } from '../../../shared/contract/reservation.ts';
import type { PublicChannel } from '../../../shared/contract/channel.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { PublicIncident } from '../../../shared/contract/incident.ts';
import type { GrownLog } from '../../../shared/contract/grow-log.ts';
import { growLog, joinPage, lastSeq } from '../../../shared/contract/grow-log.ts';
import { namespaces } from '../../../shared/contract/link-door.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract/protocol-version.ts';
import type { SessionHead } from '../../../shared/contract/session.ts';
import type { LogEntry } from '../../../shared/contract/session-log.ts';
import { openSocketLink, type LinkState } from '../../../shared/link/socket-carrier.ts';
import { shownBranding } from './brand/shown-branding.ts';
import { createOwnEndings } from './ended/own-endings.ts';
import { createOwnInvitation } from './invite/own-invitation.ts';
import { newClientEntryId } from './new-client-entry-id.ts';
import { mention } from './mention.ts';
import { createMessageSender } from './message-sender.ts';
import { createShownTyping } from './shown-typing.ts';
import { noStorage } from './kept-signal.ts';
import { keptTexts } from './kept-texts.ts';
import { createOwnFiles } from './session/own-files.ts';
import { lastSessionOf, sessionOf } from './session-of.ts';
import { unsentOf, withMessage, withoutEntry } from './unsent-messages.ts';
import { askingAgain, nothingAsked } from './request/asking.ts';
import type { CustomerModel, CustomerModelPorts, EventListener } from './customer-model-parts.ts';

export type { CustomerModel } from './customer-model-parts.ts';

const TYPING_EVERY_MS = 3000;
/** After an answer that was none, as while the store is away. */
const ASK_AGAIN_MS = 3000;

export function createCustomerModel({
  origin,
  browserKey,
  tabStorage = noStorage,
  openSocket = openSocketLink,
}: CustomerModelPorts): CustomerModel {
  const link = signal<LinkState>({ at: 'connecting' });
  const trouble = signal<AppError | undefined>(undefined);
  const organisation = signal<string | undefined>(undefined);
  const channels = signal<readonly PublicChannel[]>([]);
  const incidents = signal<readonly PublicIncident[]>([]);
  const state = signal<CustomerState>({ at: 'start' });
  const reservation = signal<OwnReservation | null>(null);
  const entries = signal<readonly LogEntry[]>([]);
  const { unsent, draft, asking } = keptTexts(tabStorage);
  const { typing, showTyping } = createShownTyping();
  const clockOffsetMs = signal(0);
  let toldTypingAt = -Infinity;
  let readSeq = 0;
  /** The last entry of the log that anybody has spoken of. */
  let heardOfSeq = 0;
  const listeners = new Set<EventListener>();
  let openTimer: ReturnType<typeof setTimeout> | undefined;
  let fetching = false;

  const socket = openSocket({
    origin,
    namespace: namespaces.customer,
    door: () => ({ protocol: PROTOCOL_VERSION, browserKey: browserKey.read() }),
    onBrowserKey: (key) => browserKey.keep(key),
    onEvent: (message) => take(parseEvent(customerContract, message)),
    onState(next) {
      link.value = next;
      clearTimeout(openTimer);
      if (next.at === 'open') void open();
    },
  });
  const server = createClient(customerContract, socket);
  const own = createOwnInvitation(() => server);
  const ended = createOwnEndings(
    () => server,
    (form) => (asking.value = askingAgain(asking.value, form)),
  );
  const send = createMessageSender({
    server,
    unsent,
    onSent: (entry) => add([entry]),
    againAfterMs: ASK_AGAIN_MS,
  });

  async function open(): Promise<void> {
    try {
      const page = await server.call('page.open', {});
      trouble.value = undefined;
      organisation.value = page.organisation.name;
      shownBranding.value = page.branding;
      channels.value = page.channels;
      incidents.value = page.incidents;
      clockOffsetMs.value = page.serverTime - Date.now();
      reservation.value = page.reservation;
      enter(page.state);
      void send();
      void own.refresh();
      void ended.refresh();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // A link that broke again comes back by itself, and this is called anew.
      if (link.value.at !== 'open') return;
      trouble.value = error;
      openLater();
    }
  }

  function openLater(): void {
    clearTimeout(openTimer);
    openTimer = setTimeout(() => void open(), ASK_AGAIN_MS);
  }

  function enter(next: CustomerState): void {
    const before = sessionOf(state.value);
    state.value = next;
    unsent.value = unsentOf(unsent.value, lastSessionOf(next));
    // It was sent, though the answer may have been lost.
    if (next.at === 'waiting') asking.value = nothingAsked;
    const session = sessionOf(next);
    if (session && session.id !== before?.id) {
      entries.value = [];
      readSeq = 0;
      heardOfSeq = 0;
    }
    if (session) {
      heardOfSeq = Math.max(heardOfSeq, session.lastSeq);
      void fetchMissing();
    }
  }

  function take(event: EventOf<CustomerContract> | undefined): void {
    if (event !== undefined) for (const listener of listeners) listener(event);
    switch (event?.type) {
      case undefined:
        return;
      case 'codes.refused':
        if (sessionOf(state.value)?.state !== 'waiting-code') return;
        enter({ at: 'start' });
        // Who tried a code while they stood in line stands there still.
        return void open();
      // Heard by whoever listens.
      case 'reps.waiting':
      case 'whiteboard.grew':
      case 'whiteboard.live':
      case 'call.peers':
        return;
      case 'channels.changed':
        channels.value = event.channels;
        return;
      case 'reservations.changed':
        reservation.value = event.reservation;
        return;
      case 'branding.changed':
        shownBranding.value = event.branding;
        return;
      case 'incidents.changed':
        return void (incidents.value = event.incidents);
      case 'queue.moved':
        // In a session it is the session that waits in line, for another rep.
        if (state.value.at === 'session') state.value = { ...state.value, place: event.place };
        else enter({ at: 'waiting', place: event.place });
        return;
      case 'requests.claimed':
        return enter({ at: 'session', session: event.session, place: null });
      case 'requests.gone':
        return enter({ at: 'start' });
      case 'sessions.changed':
        return meet(event.session);
      case 'sessions.ended':
        return enter({ at: 'summary', summary: event.summary });
      case 'log.appended':
        return add([event.entry]);
      case 'chat.typing':
        return showTyping(event.typing ? event.name : undefined);
      case 'endings.changed':
        return ended.hear(event.endings);
      case 'invitations.changed':
      case 'trusts.changed':
        return own.hear(event);
      default:
        event satisfies never;
    }
  }

  function meet(session: SessionHead): void {
    const shown = state.value;
    if (shown.at === 'session') enter({ ...shown, session });
    // Somebody came in by a code or a link in another tab. What has ended here comes to life no more.
    else if (session.state === 'live' && lastSessionOf(shown) !== session.id)
      enter({ at: 'session', session, place: null });
  }

  function add(more: readonly LogEntry[]): void {
    const session = sessionOf(state.value);
    if (!session) return;
    const ofSession = more.filter((entry) => entry.session === session.id);
    const grown = growLog(entries.value, ofSession);
    heardOfSeq = Math.max(heardOfSeq, ...ofSession.map(({ seq }) => seq));
    keep(grown);
    if (grown.hasGap) void fetchMissing();
  }

  function keep(grown: Omit<GrownLog, 'hasGap'>): void {
    entries.value = grown.entries;
    for (const entry of grown.added) {
      unsent.value = withoutEntry(unsent.value, entry);
      if (entry.by.kind === 'rep' && (entry.kind === 'chat' || entry.kind === 'file')) showTyping(undefined);
    }
  }

  /** Asks for the log until nothing is missing; what is heard of meanwhile is asked for, too. */
  async function fetchMissing(): Promise<void> {
    if (fetching) return;
    fetching = true;
    try {
      for (let session = behind(); session; session = behind()) {
        const page = await server.call('log.after', { session: session.id, seq: lastSeq(entries.value) });
        if (page.entries.length === 0) return;
        if (sessionOf(state.value)?.id === session.id) keep(joinPage(entries.value, page.entries));
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // Asked again from the same entry on: by the next connection, or in a moment when this one stands.
      if (link.value.at === 'open') openLater();
    } finally {
      fetching = false;
    }
  }

  /** The session whose log has more than is known here. */
  function behind(): SessionHead | undefined {
    return lastSeq(entries.value) < heardOfSeq ? sessionOf(state.value) : undefined;
  }

  return {
    link,
    trouble,
    organisation,
    channels,
    incidents,
    state,
    reservation,
    entries,
    unsent,
    draft,
    asking,
    typing,
    clockOffsetMs,
    server,
    own,
    files: createOwnFiles(server, origin, (entry) => add([entry])),
    endings: ended.endings,
    putAway: ended.putAway,
    refresh: open,
    enter,
    keepReservation: (next) => void (reservation.value = next),
    keepAsking: (next) => void (asking.value = next),
    keepDraft: (next) => void (draft.value = next),
    write(text) {
      const session = sessionOf(state.value);
      if (!session) return;
      const at = Date.now() + clockOffsetMs.value;
      unsent.value = withMessage(unsent.value, { session: session.id, clientId: newClientEntryId(), text, at });
      toldTypingAt = -Infinity;
      void send();
    },
    tellTyping() {
      const session = sessionOf(state.value);
      if (!session || Date.now() - toldTypingAt < TYPING_EVERY_MS) return;
      toldTypingAt = Date.now();
      mention(server.call('chat.typing', { session: session.id, typing: true }));
    },
    markRead() {
      const session = sessionOf(state.value);
      const seq = lastSeq(entries.value);
      if (!session || seq <= readSeq) return;
      readSeq = seq;
      mention(server.call('chat.read', { session: session.id, seq }), () => (readSeq = 0));
    },
    retryNow: () => socket.retryNow(),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
