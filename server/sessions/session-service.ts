/** Sessions from their beginning to their end: who is in them, what they hear, and how they close exactly once. */
import * as v from 'valibot';
import type { Account } from '../../shared/contract/account.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { AccountId, SessionId } from '../../shared/contract/identifiers.ts';
import type { SessionHead } from '../../shared/contract/session.ts';
import type { Author, EndReason, LogEntry, SessionSummary } from '../../shared/contract/session-log.ts';
import type { AuditWriter } from '../audit/audit.ts';
import type { Clock } from '../config/clock.ts';
import type { AccountDirectory } from '../edge/feature-seam.ts';
import type { BrowserId, Links } from '../edge/links.ts';
import type { Log } from '../logging/log.ts';
import type { SessionLog } from '../session-log/session-log.ts';
import { createComingIn } from './come-in.ts';
import { emailKey } from './email-key.ts';
import { always } from './entry-rules.ts';
import type { EntryRule } from './entry-rules.ts';
import { createFinish } from './finish-session.ts';
import type { SessionListener } from './finish-session.ts';
import { createJournal } from './journal.ts';
import { createHandOver } from './hand-over.ts';
import type { HandOver, MembersListener, SaidOfMembers } from './hand-over.ts';
import { owes, owingSessions, ownSessions } from './membership.ts';
import type { MemberRule } from './membership.ts';
import { isMember, isOwnedBy, repsIn } from './reps-in.ts';
import type { AppendOptions, Appended, FirstEntry } from './journal.ts';
import { tryFor } from './one-by-one.ts';
import { SessionProjection } from './project-session.ts';
import { createSessionsOfBrowser } from './sessions-of-browser.ts';
import { forCustomer, readForCustomer, sessionHead } from './session-heads.ts';
import type { HeadFor, OpenWays } from './session-heads.ts';
import type { SessionModel, SessionRecord } from './session-model.ts';
import { sideBySide } from './side-by-side.ts';
import { sessionWords } from './session-words.ts';
import { summarise } from './summarise.ts';

/** What a new session begins with. */
export type NewSession = Pick<
  SessionRecord,
  '_id' | 'owner' | 'customer' | 'channel' | 'channelName' | 'incident' | 'reason'
> & {
  readonly browser?: BrowserId;
};

export interface Sessions {
  begin(session: NewSession, first: readonly FirstEntry[]): Promise<SessionRecord>;
  load(session: SessionId): Promise<SessionRecord | undefined>;
  /** @throws AppError `not-found` when it is somebody else's */
  ownedBy(account: AccountId, session: SessionId): Promise<SessionRecord>;
  /**
   * What every rep in a session may do, its owner or not; once it has ended its last owner too, who may have left it in line.
   * @throws AppError `not-found` when this rep is not in it
   */
  memberOf(account: AccountId, session: SessionId): Promise<SessionRecord>;
  /**
   * Until the customer has closed its summary, or began something anew: from then on the browser is anybody's who uses it next, and only the
   * receipt's own link opens anything of it.
   * @throws AppError `not-found` when this browser is not its customer (any more)
   */
  ofBrowser(browser: BrowserId, session: SessionId): Promise<SessionRecord>;
  /** The live session of a browser, or its last ended one whose summary is still open. */
  currentOf(browser: BrowserId): Promise<SessionRecord | undefined>;
  head(record: SessionRecord, audience: HeadFor): Promise<SessionHead>;
  append(record: SessionRecord, by: Author, rule: EntryRule, options?: AppendOptions): Promise<LogEntry>;
  /** The same; says whether this call stored it, or an earlier one that sent the same, and how the session stands. */
  appendOnce(record: SessionRecord, by: Author, rule: EntryRule, options?: AppendOptions): Promise<Appended>;
  /**
   * Makes another rep the owner of a live session. Settled by the store: at every moment it has one.
   * @throws AppError `not-found` when it is not that rep's (any more)
   */
  handOver(session: SessionId, from: AccountId, to: Account, how?: HandOver): Promise<SessionRecord>;
  /**
   * Changes who is in, settled by the store, and then writes it down; what a crash leaves unwritten is written later. One after the other, so that
   * the log, by which a host goes, tells it in the order in which it came about.
   */
  changeMembers(session: SessionId, rule: MemberRule, said: SaidOfMembers): Promise<SessionRecord>;
  /**
   * Ends it exactly once; a second end gives the summary of the first, and completes what the first could not.
   * `null` when no customer ever came.
   */
  end(record: SessionRecord, by: Author, reason: v.InferOutput<typeof EndReason>): Promise<SessionSummary | null>;
  /** @throws AppError `not-found` while the session has not ended */
  summary(record: SessionRecord): Promise<SessionSummary>;
  /** The sessions of a rep that have not ended, those in which they are a guest too. */
  openOf(rep: AccountId): Promise<SessionRecord[]>;
  /**
   * Lets a customer into a session that waits for one. Settled by the store: exactly one comes in.
   * @throws AppError `code-refused` when it does not wait (any more), `already-waiting` when this browser is in another one
   */
  bind(session: SessionId, browser: BrowserId, name: string): Promise<SessionRecord>;
  /** Up to which entry a side has read; never goes back. */
  markRead(record: SessionRecord, side: 'customer' | 'reps', seq: number): Promise<void>;
  /** The customer is done with the summaries of this browser, or those of sessions that had begun by a moment. */
  dismissSummaries(browser: BrowserId, begunBy?: number): Promise<void>;
  /** Shows the head anew after something changed that no entry tells of. */
  showHead(session: SessionId): Promise<void>;
  /** After a start: completes the ends, and the coming in of customers, that were cut off by a crash or because the store was away. */
  recover(): Promise<void>;
  /** The same at any time, without reading every log anew: of what this process knows to have failed, and of what the store says. */
  compare(): Promise<void>;
  /** Called again when an end was cut off, so it may find its work done. */
  onEnd(listener: SessionListener): void;
  /** Does what follows when who is in a session has changed, before the log says so. */
  onMembers(listener: MembersListener): void;
  /** Hears when a session has got its customer, before anybody else does. */
  onCustomerIn(listener: SessionListener): void;
}

export interface SessionNeeds {
  readonly model: SessionModel;
  readonly log: SessionLog;
  readonly links: Links;
  readonly clock: Clock;
  readonly audit: AuditWriter;
  readonly accounts: Pick<AccountDirectory, 'face'>;
  readonly openWays: (session: SessionId) => Promise<OpenWays>;
  /** Where it is written down what failed and kept nothing else from being done. */
  readonly faults: Pick<Log, 'fault'>;
}

export function createSessions(needs: SessionNeeds): Sessions {
  const { model, log, links, clock, faults } = needs;
  const endListeners: SessionListener[] = [];
  const customerInListeners: SessionListener[] = [];
  const journal = createJournal({ sessions: model, log, clock, onAppended: publish, faults });
  const membersListeners: MembersListener[] = [];
  const membership = createHandOver({ ...needs, journal, listeners: membersListeners });
  const finish = createFinish({ model, links, membership, listeners: endListeners, summaryOf, faults });
  const ofBrowser = createSessionsOfBrowser(model);
  const comingIn = createComingIn({ model, journal, onCustomerIn: tellCustomerIn });

  async function publish(entry: LogEntry, record: SessionRecord) {
    const event = { type: 'log.appended', entry } as const;
    for (const rep of repsIn(record)) links.toAccount(rep, event);
    if (entry.audience === 'all') {
      if (record.browser !== undefined) links.toBrowser(record.browser, event);
      links.toHost(record._id, event);
    }
    // What is said changes nothing in a head but the number of the last entry, and that is in the entry.
    if (entry.kind === 'chat') return;
    // The entry is stored and told: whoever wrote it must not hear that it was not.
    const failed = { report: faults, message: 'What a session looks like could not be told.' };
    await tryFor(record._id, () => publishHead(record, entry.audience), failed);
  }

  /** What is for reps only changes nothing that the customer sees, so their page is told nothing at that moment. */
  async function publishHead(record: SessionRecord, audience: LogEntry['audience'] = 'all') {
    const session = await sessionHead(record, 'rep', needs);
    for (const rep of repsIn(record)) links.toAccount(rep, { type: 'sessions.changed', session });
    if (record.browser === undefined || audience === 'reps') return;
    links.toBrowser(record.browser, { type: 'sessions.changed', session: forCustomer(session, record) });
  }

  async function showHead(session: SessionId) {
    const record = await journal.load(session);
    if (record !== undefined) await publishHead(record);
  }

  async function owned(session: SessionId, isTheirs: (record: SessionRecord) => boolean): Promise<SessionRecord> {
    const record = await journal.load(session);
    // Somebody else's session and one that never was look the same from outside.
    if (record === undefined || !isTheirs(record)) throw new AppError('not-found');
    return record;
  }

  async function ofRep(account: AccountId, session: SessionId, isTheirs: (record: SessionRecord) => boolean) {
    const record = await journal.load(session);
    if (record !== undefined && isTheirs(record)) return record;
    if (record !== undefined)
      needs.audit({ actor: account, action: 'sessions.foreign', target: session, outcome: 'refused' });
    throw new AppError('not-found');
  }

  async function summaryOf(record: SessionRecord): Promise<SessionSummary | undefined> {
    const { _id: session, channelName: channel, reason, startedAt } = record;
    const subject = { session, customer: record.customer.name, channel, reason, startedAt };
    return summarise(subject, await log.all(session, 'all'));
  }

  async function complete(record: SessionRecord) {
    if (record.state === 'ended') return void (await finish(record));
    await comingIn.complete(record);
    if (owes(record)) await membership.settled(record._id);
  }

  async function tellCustomerIn(record: SessionRecord) {
    const failed = { report: faults, message: 'Something that follows from a customer’s coming in failed.' };
    for (const listener of customerInListeners) await tryFor(record._id, () => listener(record), failed);
  }

  const cutOffStill = {
    report: faults,
    message: 'A session that was cut off could not be completed; it is tried again.',
  };

  return {
    async begin(session, first) {
      const startedAt = clock.now();
      const read = { customer: 0, reps: 0 };
      const email = emailKey(session.customer.email);
      const found = { words: sessionWords(session), ...(email === undefined ? {} : { email }) };
      const record = await journal.begin(
        { ...session, startedAt, endedAt: null, read, finished: false, dismissed: false, ...found },
        first,
      );
      if (record.projection.customerIn) await tellCustomerIn(record);
      return record;
    },
    load: (session) => journal.load(session),
    ownedBy: (account, session) => ofRep(account, session, (record) => isOwnedBy(record, account)),
    memberOf: (account, session) => ofRep(account, session, (record) => isMember(record, account)),
    ofBrowser: (browser, session) => owned(session, (record) => record.browser === browser && !record.dismissed),
    async currentOf(browser) {
      const current = await ofBrowser.current(browser);
      return current && journal.load(current._id);
    },
    head: (record, audience) => sessionHead(record, audience, needs),
    async append(record, by, rule, options) {
      return (await journal.append(record._id, by, rule, options)).entry;
    },
    appendOnce: (record, by, rule, options) => journal.append(record._id, by, rule, options),
    handOver: membership.handOver,
    changeMembers: (session, rule, said) => membership.change(session, rule, said),
    async end(record, by, reason) {
      try {
        const { record: ended } = await journal.append(record._id, by, always({ kind: 'ended', reason }));
        return await finish(ended);
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'session-ended')) throw error;
        // Somebody else ended it a moment ago: whoever asks now gets the same summary.
        const ended = await journal.load(record._id);
        if (ended?.finished === false) return finish(ended);
        return record.projection.customerIn ? ((await summaryOf(record)) ?? null) : null;
      }
    },
    async compare() {
      await journal.catchUpAfterFailures();
      const unfinished = { finished: false };
      const cutOff = [
        { ...unfinished, state: 'ended' as const },
        { ...unfinished, state: 'live' as const, 'projection.customerIn': { $ne: true } },
        owingSessions,
      ];
      for (const filter of cutOff) {
        for (const record of await model.find(filter).lean())
          await tryFor(record._id, () => complete(record), cutOffStill);
      }
    },
    async recover() {
      const completeFromLog = async (session: SessionId) => {
        const record = await journal.load(session, 'from-log');
        if (record !== undefined) await complete(record);
      };
      await sideBySide(await model.find({ finished: false }).lean(), ({ _id }) =>
        tryFor(_id, () => completeFromLog(_id), cutOffStill),
      );
    },
    async summary(record) {
      const summary = await summaryOf(record);
      if (summary === undefined) throw new AppError('not-found', { text: 'This session has not ended yet.' });
      return summary;
    },
    async openOf(rep) {
      const [own, guested] = await Promise.all([
        model.find({ ...ownSessions(rep), state: { $in: ['waiting-code', 'live'] } }).lean(),
        model.find({ 'guests.account': rep, state: 'live' }).lean(),
      ]);
      const loaded = await Promise.all([...own, ...guested].map(({ _id }) => journal.load(_id)));
      return loaded.filter((record) => record !== undefined).toSorted((one, other) => one.startedAt - other.startedAt);
    },
    bind: comingIn.bind,
    async markRead(record, side, seq) {
      const field = `read.${side}`;
      const upTo = Math.min(seq, record.projection.lastSeq);
      const further = { _id: record._id, [field]: { $lt: upTo } };
      const moved = await model
        .findOneAndUpdate(further, { $set: { [field]: upTo } }, { returnDocument: 'after' })
        .lean();
      if (moved === null) return;
      const { success, output: projection } = v.safeParse(SessionProjection, moved.projection);
      if (!success) return showHead(record._id);
      const [before, after] = [record, moved].map(({ read }) => readForCustomer(read, projection).reps);
      await publishHead({ ...moved, projection }, side === 'reps' && before === after ? 'reps' : 'all');
    },
    async dismissSummaries(browser, begunBy) {
      const begun = begunBy === undefined ? {} : { startedAt: { $lte: begunBy } };
      await model.updateMany({ browser, state: 'ended', dismissed: false, ...begun }, { $set: { dismissed: true } });
    },
    showHead,
    onEnd(listener) {
      endListeners.push(listener);
    },
    onMembers(listener) {
      membersListeners.push(listener);
    },
    onCustomerIn(listener) {
      customerInListeners.push(listener);
    },
  };
}
