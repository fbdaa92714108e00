/** The door of a session that waits: who comes in by code, link or icon, and who has to be asked about first. */
import { AppError } from '../../shared/contract/errors.ts';
import type { SessionId, Ticket } from '../../shared/contract/identifiers.ts';
import type { WaitingRep } from '../../shared/contract/connection-entry.ts';
import type { Clock } from '../config/clock.ts';
import type { BrowserId } from '../edge/links.ts';
import type { Endings } from '../endings/ending-service.ts';
import type { Presences } from '../presence/presence-service.ts';
import type { Queue } from '../queue/queue-service.ts';
import { inSessionText } from '../sessions/come-in.ts';
import type { OpenWays } from '../sessions/session-heads.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import type { Sessions } from '../sessions/session-service.ts';
import type { Codes } from './code-service.ts';
import { isExpected } from './expected-name.ts';
import type { ConnectionLinks } from './link-service.ts';
import type { WaitingReps } from './waiting-reps.ts';

/** Somebody at the door. */
export interface Visitor {
  readonly browser: BrowserId;
  readonly name: string;
}

export interface Entries {
  /** A new code and a new link; the old ones die. */
  open(session: SessionId): Promise<void>;
  ways(session: SessionId): Promise<OpenWays>;
  /** Closes every way in: the session has its customer, or has ended. */
  close(session: SessionId): Promise<void>;
  /**
   * Asked before anything is used up: whoever is in a session already keeps code, try or link for later.
   * @throws AppError `already-waiting`
   */
  mustBeFree(browser: BrowserId): Promise<void>;
  /**
   * By a code, for a browser that was free a moment ago; who is not expected waits for the rep's yes.
   * @throws AppError `code-refused`, `already-waiting`
   */
  byCode(code: string, visitor: Visitor): Promise<SessionRecord>;
  /** By a link, which the rep has sent to this person. @throws AppError `link-refused`, `already-waiting` */
  byLink(token: Ticket, visitor: Visitor): Promise<SessionRecord>;
  /** By the icon of a rep who waits for this browser. @throws AppError `link-refused`, `already-waiting` */
  byIcon(session: SessionId, visitor: Visitor): Promise<SessionRecord>;
  /** The rep's answer to whoever waits at the door. @throws AppError `not-found` when nobody does (any more) */
  answer(session: SessionId, letIn: boolean): Promise<void>;
  withdraw(browser: BrowserId): Promise<void>;
  /** Who invites by this link. @throws AppError `link-refused` */
  look(token: Ticket, browser: BrowserId): Promise<WaitingRep>;
}

export interface EntryNeeds {
  readonly codes: Codes;
  readonly connectionLinks: ConnectionLinks;
  readonly waitingReps: WaitingReps;
  readonly sessions: Sessions;
  readonly queue: Pick<Queue, 'leave'>;
  readonly presences: Pick<Presences, 'takeSeat' | 'giveSeatBack' | 'refresh'>;
  /** Tells a browser that nobody comes in by the code that it used. */
  readonly refuse: (browser: BrowserId) => Promise<void>;
  readonly endings: Pick<Endings, 'forget'>;
  readonly clock: Clock;
}

export function createEntries(needs: EntryNeeds): Entries {
  const { codes, connectionLinks, waitingReps, sessions, queue, presences, refuse, endings, clock } = needs;

  async function mustBeFree(browser: BrowserId) {
    const current = await sessions.currentOf(browser);
    if (current?.state === 'live') throw new AppError('already-waiting', { text: inSessionText });
  }

  async function bring(session: SessionId, { browser, name }: Visitor, refused: 'code-refused' | 'link-refused') {
    const waiting = await sessions.load(session);
    if (waiting === undefined) throw new AppError(refused);
    const { owner } = waiting;
    // The rep chose to take this customer, so no limit holds them off; routing counts the seat all the same. It is
    // taken first: an end that comes right after the binding finds it and gives it back.
    await presences.takeSeat(owner, session);
    const record = await sessions.bind(session, browser, name).catch(async (error: unknown) => {
      // Whoever has come in by the same link a moment before sits in this very seat.
      if ((await sessions.load(session))?.state !== 'live') await presences.giveSeatBack(owner, session);
      // A code is used up all the same: the rep must not go on telling it.
      await sessions.showHead(session);
      throw error instanceof AppError && error.code === 'code-refused' ? new AppError(refused) : error;
    });
    await close(session, browser);
    await queue.leave(browser);
    await sessions.dismissSummaries(browser);
    await endings.forget(browser, clock.now());
    await presences.refresh(owner);
    return record;
  }

  /** `inside` has come in, and is not told that nobody comes in. */
  async function close(session: SessionId, inside?: BrowserId) {
    const browsers = await connectionLinks.browsersOf(session);
    await turnAway(session, inside);
    await Promise.all([codes.revoke(session), connectionLinks.revoke(session)]);
    await waitingReps.changed(session, browsers);
  }

  async function turnAway(session: SessionId, inside?: BrowserId) {
    const gone = await codes.takeKnock({ session });
    if (gone !== undefined && gone.knock.browser !== inside) await refuse(gone.knock.browser);
  }

  return {
    async open(session) {
      const browsers = await connectionLinks.browsersOf(session);
      await turnAway(session);
      await Promise.all([codes.issue(session), connectionLinks.issue(session)]);
      await waitingReps.changed(session, browsers);
    },
    async ways(session) {
      const [code, link, knock] = await Promise.all([
        codes.liveCode(session),
        connectionLinks.live(session),
        codes.knockOf(session),
      ]);
      return { code, door: { link, knock: knock === undefined ? null : { name: knock.name, at: knock.at } } };
    },
    close: (session) => close(session),
    mustBeFree,
    async byCode(code, visitor) {
      const at = clock.now();
      const session = await codes.redeem(code, { ...visitor, at });
      // As it was before: a no that comes at once must be told.
      await endings.forget(visitor.browser, at);
      const waiting = await sessions.load(session);
      if (waiting === undefined) throw new AppError('code-refused');
      if (isExpected(waiting.customer.name, visitor.name)) return bring(session, visitor, 'code-refused');
      await sessions.showHead(session);
      return waiting;
    },
    async byLink(token, visitor) {
      await mustBeFree(visitor.browser);
      return bring(await connectionLinks.open(token, visitor.browser), visitor, 'link-refused');
    },
    async byIcon(session, visitor) {
      await mustBeFree(visitor.browser);
      const isOffered = (await waitingReps.of(visitor.browser)).some((waiting) => waiting.session === session);
      if (!isOffered) throw new AppError('link-refused');
      return bring(session, visitor, 'link-refused');
    },
    async answer(session, letIn) {
      const taken = await codes.takeKnock({ session });
      if (taken === undefined) throw new AppError('not-found', { text: 'Nobody waits at the door (any more).' });
      const { browser, name } = taken.knock;
      if (letIn) {
        await bring(session, { browser, name }, 'code-refused').catch((error: unknown) => {
          if (!(error instanceof AppError && error.code === 'already-waiting')) throw error;
          throw new AppError('not-found', { text: 'They are talking with somebody already.', cause: error });
        });
        return;
      }
      await refuse(browser);
      await codes.issue(session);
    },
    async withdraw(browser) {
      const taken = await codes.takeKnock({ browser });
      if (taken !== undefined) await sessions.showHead(taken.session);
    },
    async look(token, browser) {
      const session = await connectionLinks.open(token, browser);
      const record = await sessions.load(session);
      const view = record && (await waitingReps.view(record));
      if (view === undefined) throw new AppError('link-refused');
      return view;
    },
  };
}
