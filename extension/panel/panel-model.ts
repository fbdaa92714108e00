/** Where the panel is, and what its parts share. */
import { computed, signal } from '@preact/signals';
import type { RequestId, SessionId } from '../../shared/contract/identifiers.ts';
import type { Priority } from '../../shared/contract/queue-settings.ts';
import type { MemberAsk } from '../members/session-members.tsx';
import { createConsentDesk } from '../session/consent-desk.ts';
import { createDrafts } from '../session/drafts.ts';
import type { Place, Room, SessionTabKey } from '../port/kept-panel.ts';
import { unreadMessages } from '../port/unread.ts';
import type { View } from '../view/open-view.ts';
import type { Given } from './given.ts';
import { allOfHistory } from './history/history-question.ts';
import type { HistoryQuestion } from './history/history-question.ts';
import { createLeadOrders } from './team/lead-orders.ts';

/** The model, as {@link createPanelModel} makes it. */
export type PanelModel = ReturnType<typeof createPanelModel>;

/** A panel at Home. */
export function createPanelModel({ desk, orders, drafts: kept }: View) {
  const place = signal<Place>({ at: 'home' });
  const isPictureLive = signal(false);
  /** What the open session's owner is about to ask another representative. */
  const memberAsk = signal<MemberAsk>(undefined);
  const areKeysShown = signal(false);
  const isSearching = signal(false);
  const claiming = signal<string | null>(null);
  const waysInOf = signal<SessionId | null>(null);
  const guideTo = signal('');
  const giving = signal<Given | null>(null);
  const customerName = signal('');
  /** What is looked for in the history; it stays while a session of it is open. */
  const historyQuestion = signal<HistoryQuestion>(allOfHistory);
  /** Whether the account looks after others: only then there is a team to see. */
  const isLead = computed(() => (desk.desk.value?.account.role ?? 'representative') !== 'representative');
  /** In their order. */
  const rooms = computed((): readonly Room[] => [
    'home',
    'requests',
    'reservations',
    'shortcuts',
    'history',
    ...(isLead.value ? (['team'] as const) : []),
    'settings',
  ]);
  const current = computed(() => {
    const now = place.value;
    return now.at === 'session' ? desk.sessions.value.find(({ head }) => head.id === now.session) : undefined;
  });
  const drafts = createDrafts({
    kept,
    tellTyping: (sign) => void orders.mention('chat.typing', sign),
    now: () => Date.now(),
    after: desk.clock.after,
  });

  /** The session that was looked at last: what is given from a room is given there. */
  const lastSession = signal<SessionId | null>(null);

  const goTo = (room: Room) => {
    memberAsk.value = undefined;
    place.value = { at: room };
  };
  const goToSession = (session: SessionId, tab: SessionTabKey = 'chat') => {
    const before = place.value;
    // Words that were sought in one log are not sought in the next.
    if (before.at !== 'session' || before.session !== session || tab !== 'chat') isSearching.value = false;
    if (before.at !== 'session' || before.session !== session) memberAsk.value = undefined;
    lastSession.value = session;
    place.value = { at: 'session', session, tab };
  };

  /*
   * For an order whose answer is a session. Whoever has gone elsewhere until it comes is left there: they may be writing to
   * another customer, and the rest of the sentence would be for the new one. That one stands in the strip.
   */
  const wayFromHere = () => {
    const from = place.value;
    return (session: SessionId) => {
      if (place.value === from) goToSession(session);
    };
  };

  /* The field is drawn in the next turn when something else was open. */
  const focusOn = (field: string) => {
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[name="${field}"]`)?.focus());
  };
  const consents = createConsentDesk(orders, () => desk.desk.value?.rights);
  const closeWaysIn = () => {
    guideTo.value = '';
    waysInOf.value = null;
  };
  const beginSession = () => {
    goTo('home');
    focusOn('customer');
  };

  return {
    place,
    current,
    lastSession,
    isLead,
    rooms,
    isPictureLive,
    memberAsk,
    areKeysShown,
    /** Whether the open session's log is being searched. */
    isSearching,
    /** The request that is being claimed, so that its button says so. */
    claiming,
    /** The session that waits, whose dialog is open. */
    waysInOf,
    showWaysIn(session: SessionId) {
      waysInOf.value = session;
    },
    closeWaysIn,
    /** The mail address that the open dialog offers for the guide; empty for none. */
    guideTo,
    /** Something of a page that is for one of several customers. */
    giving,
    /** What stands in the field for the next customer's name. */
    customerName,
    drafts,
    consents,
    goTo,
    goToSession,
    /** Call it when the order is given; what it returns goes to the session, if the panel is still where it was. */
    wayFromHere,
    historyQuestion,
    goToPast(session: SessionId) {
      place.value = { at: 'past', session };
    },
    /** The session's report, with the cursor where notes are written. */
    beginNote(session: SessionId) {
      goToSession(session, 'report');
      focusOn('note');
    },
    /** Home, with the cursor where the customer's name goes. */
    beginSession,
    /** Takes a request; the session opens with the answer, or the toast names who was faster. */
    async claim(request: string) {
      if (claiming.value !== null) return;
      const waiting = desk.waiting.value.find((row) => row.request.id === request);
      if (waiting === undefined) return;
      claiming.value = request;
      const go = wayFromHere();
      const answer = await orders.give('requests.claim', { request: waiting.request.id });
      claiming.value = null;
      if (answer !== undefined) go(answer.session.id);
    },
    /** Passes on what is offered: somebody else is asked at once. */
    async pass() {
      const offered = desk.offered.value;
      if (offered !== undefined) await orders.give('offers.pass', { offer: offered.offer.id });
    },
    async setPriority(request: RequestId, priority: Priority) {
      await orders.give('requests.setPriority', { request, priority });
    },
    lead: createLeadOrders(orders, claiming, wayFromHere),
    /** The next session, from the current one on, in which something is unread. Tells whether there is one. */
    goToUnread(step: 1 | -1): boolean {
      const sessions = desk.sessions.value;
      const from = sessions.findIndex((session) => session === current.value);
      for (let distance = 1; distance <= sessions.length; distance += 1) {
        const next = sessions.at((from + step * distance + sessions.length * 2) % sessions.length);
        if (next === undefined) return false;
        const entries = desk.logs.value.get(next.head.id) ?? [];
        if (unreadMessages(entries, next.head.read.reps, desk.desk.value?.account.id) === 0) continue;
        goToSession(next.head.id);
        return true;
      }
      return false;
    },
    /** As it was when it opened: whoever signs in next is somebody else, and sees nothing of whoever was here. */
    forget() {
      goTo('home');
      isPictureLive.value = false;
      areKeysShown.value = false;
      isSearching.value = false;
      claiming.value = null;
      closeWaysIn();
      giving.value = null;
      customerName.value = '';
      historyQuestion.value = allOfHistory;
      lastSession.value = null;
      consents.cancel();
      orders.toast.value = undefined;
    },
    async putAway(session: SessionId) {
      goTo('home');
      await orders.give('sessions.putAway', { session });
    },
  };
}
