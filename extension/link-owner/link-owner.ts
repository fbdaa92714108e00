/**
 * The one document that holds the link to the server and makes the sounds: Chrome's offscreen document, Firefox's
 * background page. Views and worker come and go; what is known is known here.
 */
import { effect } from '@preact/signals';
import { createDispatcher } from '../../shared/contract/contract.ts';
import type { Carrier, Client, Reply } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { SocketLink, SocketLinkOptions } from '../../shared/link/socket-carrier.ts';
import { createViewDoor } from '../port/view-door.ts';
import type { ViewDoor } from '../port/view-door.ts';
import { ownerContract } from '../port/worker-contract.ts';
import type { WorkerContract } from '../port/worker-contract.ts';
import { createAccountDesk } from './account-desk.ts';
import { keepAttention } from './attention-keeper.ts';
import { createCallDesk } from './call-desk.ts';
import { createEventHold } from './event-hold.ts';
import { createFileMarks } from './file-marks.ts';
import { keepWork } from './keep-work.ts';
import { layAsideGone } from './left-words.ts';
import { createOutbox } from './outbox.ts';
import { createOwnerState, findWork, viewState } from './owner-state.ts';
import { keepReadMarks } from './read-marks.ts';
import { withQueue } from './request-rows.ts';
import { withReservations } from './reservation-rows.ts';
import { createServerEvents } from './server-events.ts';
import { createServerLink } from './server-link.ts';
import { createSessionBook } from './session-book.ts';
import { createSight } from './sight.ts';
import { createSoundDesk } from './sound/sound-desk.ts';
import type { SoundDeskOptions } from './sound/sound-desk.ts';
import { unlessFullScreen } from './sound/unless-full-screen.ts';
import { publishTo } from './publish.ts';
import { createViewHandlers } from './view-handlers.ts';
import { createWorkerHandlers } from './worker-handlers.ts';

/** After an answer that was none, as while the server is busy or its store is away. */
const SYNC_AGAIN_MS = 3000;

/** The world around the link owner, handed in so that a test can play it. */
export interface LinkOwnerOptions {
  readonly worker: Client<WorkerContract>;
  readonly openSocket: (options: SocketLinkOptions) => SocketLink;
  readonly carrierTo: (origin: string) => Carrier;
  readonly play: SoundDeskOptions['play'];
  readonly now: () => number;
  readonly after: (delayMs: number, run: () => void) => () => void;
  /** Something failed that nobody waits for: written to the console, where a person who looks for it finds it. */
  readonly onFault: (error: unknown) => void;
}

/** The link owner, as the document around it uses it. */
export interface LinkOwner {
  readonly views: ViewDoor;
  /** Answers what the worker asks. Never rejects. */
  answerWorker(call: unknown): Promise<Reply>;
}

/** Starts at once; views may come before anything is known, and are told that it is starting. */
export function startLinkOwner(options: LinkOwnerOptions): LinkOwner {
  const { worker, openSocket, carrierTo, play, now, after, onFault } = options;
  const state = createOwnerState();
  const sounds = createSoundDesk({
    play: unlessFullScreen(worker, play),
    tryOut: play,
    level: () => state.settings.value.sound,
    now,
    after,
  });
  const link = createServerLink({
    openSocket,
    onEvent: (event) => events.take(event),
    onLink(view) {
      const wasOnline = state.isOnline.value;
      state.link.value = view;
      if (wasOnline && view.at === 'lost' && state.sessions.value.some(({ head }) => head.state === 'live'))
        sounds.lost();
    },
    onOpen: () => void sync().catch(onFault),
    onRefused: (text) => accounts.dropped(text),
    after,
  });
  const book = createSessionBook({
    state,
    server: link.client,
    onGrown: (session, entries) => views.tell({ type: 'log.grew', session, entries: [...entries] }),
    onBehind: () => syncLater(),
  });
  const outbox = createOutbox({
    state,
    server: link.client,
    onSent: (session, entry) => book.putEntries(session, [entry]),
    now,
    after,
  });
  const accounts = createAccountDesk({ state, link, worker, carrierTo, onFault });
  const applyEvent = createServerEvents({
    state,
    book,
    onRevoked: (text) => accounts.dropped(text),
    onTrusts: () => views.tell({ type: 'trusts.moved' }),
    onTeam: (event) => views.tell(event),
    onMembers: (event) => views.tell(event),
    onWhiteboard: (event) => views.tell(event),
    onCallPeers: (event) => views.tell(event),
    onPaper: (event) => views.tell(event),
    onQueueUnknown: () => void sync().catch(onFault),
    after,
  });
  const events = createEventHold(applyEvent);
  const sight = createSight(state);
  const fileMarks = createFileMarks(state);
  let markResumed = () => {};
  const resumed = new Promise<void>((resolve) => (markResumed = resolve));
  const calls = createCallDesk({ state, server: link.client, tell: (event) => views.tell(event), after });
  const views = createViewDoor({
    handlers: createViewHandlers({
      state,
      server: link.client,
      retryLink: () => link.retryNow(),
      accounts,
      book,
      outbox,
      fileMarks,
      resumed,
      sight,
      sounds,
      calls,
    }),
    snapshot: () => ({ type: 'snapshot', state: viewState(state) }),
    onLeft(seat) {
      sight.left(seat);
      fileMarks.left(seat);
      calls.left(seat);
    },
    onFault,
  });

  let callOffSync = () => {};
  const syncLater = () => {
    callOffSync();
    callOffSync = after(SYNC_AGAIN_MS, () => state.isOnline.value && void sync().catch(onFault));
  };
  /** Says whether the link stood. */
  const catchUp = async () => {
    let snapshot;
    try {
      snapshot = await link.client.call('snapshot.get', {});
      state.invitations.value = (await link.client.call('invitations.list', {})).invitations;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // A link that broke opens again by itself, and then this runs anew; one that stands is asked again.
      syncLater();
      return false;
    }
    const { origin, organisation, account, presence, awayBecause, channels, requests, reservations, offer } = snapshot;
    const { sessions, serverTime, codesGuardedUntil, readOnly, rights, asks } = snapshot;
    state.requests.value = withQueue(state.requests.value, requests);
    state.reservations.value = withReservations(state.reservations.value, reservations);
    book.sync(sessions);
    layAsideGone(state);
    // The desk last: where it is known, views take its sessions for all there are.
    state.desk.value = {
      origin,
      organisation,
      account,
      presence,
      awayBecause,
      offer,
      channels,
      clockOffsetMs: serverTime - now(),
      codesGuardedUntil,
      readOnly,
      rights,
      asks,
    };
    // Whatever a view has kept from before a break is replaced as a whole.
    views.tell({ type: 'snapshot', state: viewState(state) });
    outbox.flush();
    return true;
  };
  const sync = async () => {
    // Last, because nothing waits for it.
    if (!(await events.during(catchUp))) return;
    state.shared.value = (await link.client.call('shared.list', {})).items;
    state.shortcuts.value = (await link.client.call('shortcuts.list', {})).items;
  };

  const resume = async () => {
    const { account, settings, work } = await worker.call('stored.read', {});
    state.settings.value = settings;
    // A view may have sent a message already, while this was being read.
    findWork(state, work);
    accounts.resume(account);
    effect(() => void worker.call('stored.settings', state.settings.value).catch(onFault));
    keepWork(state, worker, onFault);
    keepAttention(state, { worker, sounds, now, after, onFault });
    keepReadMarks(state, book, link.client);
  };
  publishTo(views, state);
  resume().catch(onFault).finally(markResumed);

  const answerWorker = createDispatcher(
    ownerContract,
    createWorkerHandlers({ state, server: link.client, book, views }),
    {
      onRefused: () => views.countRefused(),
      onFault: (error) => {
        onFault(error);
        return new AppError('server-fault', { cause: error });
      },
    },
  );
  return { views, answerWorker: (call) => answerWorker(call, undefined) };
}
