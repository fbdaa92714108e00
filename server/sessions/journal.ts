/** Writes into session logs: decides on the latest state, stores at exactly the next place, and tells what was stored. */
import * as v from 'valibot';
import { AppError } from '../../shared/contract/errors.ts';
import type { ClientEntryId, SessionId } from '../../shared/contract/identifiers.ts';
import { LogEntry } from '../../shared/contract/session-log.ts';
import type { Author, EntryBody } from '../../shared/contract/session-log.ts';
import type { Clock } from '../config/clock.ts';
import { createBatches } from '../documents/in-batches.ts';
import { writeTogether } from '../documents/write-together.ts';
import type { Log } from '../logging/log.ts';
import type { SessionLog } from '../session-log/session-log.ts';
import { requireRoomFor } from './entry-limit.ts';
import type { EntryRule } from './entry-rules.ts';
import { createInTurn } from './in-turn.ts';
import { createLatestKnown } from './latest-known.ts';
import { tryFor } from './one-by-one.ts';
import { emptyProjection, project, projectAll, sessionState } from './project-session.ts';
import type { SessionModel, SessionRecord } from './session-model.ts';

/** More tries than processes could collide; past it something is wrong. */
const mostTries = 50;

export interface AppendOptions {
  readonly clientId?: ClientEntryId | null;
  readonly audience?: LogEntry['audience'];
  /** The session as the caller has just read it, which saves reading it again. If it was not the latest, the log tells. */
  readonly known?: SessionRecord;
}

export interface Appended {
  readonly entry: LogEntry;
  /** The session with the entry in it. */
  readonly record: SessionRecord;
  /** Whether this call stored it, and not an earlier one that sent the same thing. */
  readonly isNew: boolean;
}

export interface Journal {
  /**
   * Appends what the rule allows at this moment; durable when it resolves. Sending the same `clientId` twice stores once
   * and gives the first entry.
   * @throws AppError `not-found` without such a session, `session-ended` after its end, `log-full`, or what the rule throws
   */
  append(session: SessionId, by: Author, rule: EntryRule, options?: AppendOptions): Promise<Appended>;
  /**
   * The session as it was kept last; `undefined` when there is none. `from-log` reads on from there, for what a crash
   * has left unread.
   */
  load(session: SessionId, how?: 'from-log'): Promise<SessionRecord | undefined>;
  /** Reads on in the logs of those sessions in which a write of this process failed half-way; what fails again waits for the next time. */
  catchUpAfterFailures(): Promise<void>;
  /** Stores a new session and its first entries. */
  begin(record: Omit<SessionRecord, 'projection' | 'state'>, first: readonly FirstEntry[]): Promise<SessionRecord>;
}

/** One of the entries that a session begins with. */
export interface FirstEntry {
  readonly by: Author;
  readonly body: EntryBody;
}

export interface JournalNeeds {
  readonly sessions: SessionModel;
  readonly log: SessionLog;
  readonly clock: Clock;
  /** Called with every entry that is new, in the order of the log as far as this process wrote it. */
  readonly onAppended: (entry: LogEntry, record: SessionRecord) => Promise<void>;
  readonly faults: Pick<Log, 'fault'>;
}

/** How a session is kept after an entry, unless it is further already. */
interface Change {
  readonly filter: { readonly _id: SessionId; readonly 'projection.lastSeq': object };
  readonly change: Partial<SessionRecord>;
}

export function createJournal({ sessions, log, clock, onAppended, faults }: JournalNeeds): Journal {
  const inTurn = createInTurn();
  const latest = createLatestKnown();
  /** The log may have an entry of which the session does not know. */
  const doubtful = new Set<SessionId>();

  async function load(session: SessionId, isStale = false): Promise<SessionRecord | undefined> {
    const record: SessionRecord | null = await sessions.findOne({ _id: session }).lean();
    if (record === null) return undefined;
    return isStale || record.projection.lastSeq === 0 ? catchUp(record) : record;
  }

  /** Reads what the log has beyond the record, after a crash in between or because another process wrote. */
  async function catchUp(record: SessionRecord): Promise<SessionRecord> {
    let { projection } = record;
    for (let more = true; more;) {
      const page = await log.after(record._id, projection.lastSeq, 'reps');
      projection = { ...projectAll(projection, page.entries), lastSeq: page.through };
      more = page.more;
    }
    return projection.lastSeq === record.projection.lastSeq ? record : keep({ ...record, projection });
  }

  const keepTogether = createBatches((changes: readonly Change[]) =>
    writeTogether(
      sessions.collection,
      changes.map(({ filter, change }) => ({ updateOne: { filter, update: { $set: change } } })),
    ),
  );

  /** What many talk about at once is written in one trip for all of them. */
  async function keep(record: SessionRecord, how: 'alone' | 'with others' = 'alone'): Promise<SessionRecord> {
    const { _id, projection } = record;
    const state = sessionState(projection);
    // Binding a customer sets `live` before the log says so: a rep's entry in between must not undo it.
    const change = {
      projection,
      ...(state === 'waiting-code' ? {} : { state, endedAt: projection.ended?.at ?? null }),
    };
    // Not `$lt`: a damaged projection has no number there, and is replaced.
    const isOlder = { $not: { $gte: projection.lastSeq } };
    const filter = { _id, 'projection.lastSeq': isOlder };
    if (how === 'alone') await sessions.updateOne(filter, { $set: change });
    else await keepTogether({ filter, change });
    return { ...record, ...change };
  }

  async function tryAppend(session: SessionId, by: Author, rule: EntryRule, options: AppendOptions): Promise<Appended> {
    const { clientId = null, audience = 'all', known } = options;
    for (let tries = 0; tries < mostTries; tries += 1) {
      const isKnown = tries === 0 && known !== undefined;
      const record = isKnown ? latest.of(known) : await load(session, tries > 0);
      if (record === undefined) throw new AppError('not-found');
      const at = clock.now();
      // What may have changed meanwhile is no ground for a refusal.
      if (isKnown && !allows(rule, record, at)) continue;
      const body = await decide(rule, record, at, clientId);
      if (body.outcome === 'sent-before') return sentBefore(session, body.entry);
      const place = { session, seq: record.projection.lastSeq + 1, at, by, audience, clientId };
      const entry = v.parse(LogEntry, { ...body.body, ...place });
      const stored = await log.insert(entry);
      if (stored.outcome === 'sent-before') return sentBefore(session, stored.entry);
      if (stored.outcome === 'stored') {
        const after = { ...record, projection: project(record.projection, entry) };
        latest.keep(after);
        // What people say changes nothing else of the session, so nobody need wait until the session says so too.
        if (entry.kind === 'chat') {
          await onAppended(entry, after);
          return { entry, record: await keep(after, 'with others'), isNew: true };
        }
        const kept = await keep(after);
        await onAppended(entry, kept);
        return { entry, record: kept, isNew: true };
      }
    }
    throw new Error(`No place in the log of a session after ${mostTries} tries.`);
  }

  /** Stored by a try that got no answer. If the store went away in that moment, nobody else has been told yet either. */
  async function sentBefore(session: SessionId, entry: LogEntry): Promise<Appended> {
    const record = await load(session);
    if (record === undefined) throw new AppError('not-found');
    if (entry.seq <= record.projection.lastSeq) return { entry, record, isNew: false };
    const caughtUp = await catchUp(record);
    await onAppended(entry, caughtUp);
    return { entry, record: caughtUp, isNew: false };
  }

  function allows(rule: EntryRule, { projection }: SessionRecord, at: number): boolean {
    try {
      if (projection.ended !== null) return false;
      requireRoomFor(rule(projection, at).kind, projection.lastSeq);
      return true;
    } catch (refusal) {
      if (refusal instanceof AppError) return false;
      throw refusal;
    }
  }

  /** What the rule allows. A refusal may be of something that was stored when it was sent first: then that counts. */
  async function decide(
    rule: EntryRule,
    { _id, projection }: SessionRecord,
    at: number,
    clientId: ClientEntryId | null,
  ) {
    try {
      if (projection.ended !== null) throw new AppError('session-ended');
      const body = rule(projection, at);
      requireRoomFor(body.kind, projection.lastSeq);
      return { outcome: 'allowed', body } as const;
    } catch (refusal) {
      const first = clientId === null ? undefined : await log.sentBefore(_id, clientId);
      if (first === undefined) throw refusal;
      return { outcome: 'sent-before', entry: first } as const;
    }
  }

  return {
    append: (session, by, rule, options = {}) =>
      inTurn(session, () => tryAppend(session, by, rule, options)).catch((error: unknown) => {
        if (!(error instanceof AppError)) doubtful.add(session);
        throw error;
      }),
    load: async (session, how) => load(session, how === 'from-log'),
    async catchUpAfterFailures() {
      for (const session of [...doubtful]) {
        // First: what fails meanwhile is doubtful anew.
        doubtful.delete(session);
        const isCaughtUp = await tryFor(session, () => load(session, true), {
          report: faults,
          message: 'The log of a session could not be read on; it is tried again.',
        });
        if (!isCaughtUp) doubtful.add(session);
      }
    },
    async begin(record, first) {
      const entries = first.map(({ by, body }, index) =>
        v.parse(LogEntry, {
          ...body,
          session: record._id,
          seq: index + 1,
          at: record.startedAt,
          by,
          audience: 'all',
          clientId: null,
        }),
      );
      const projection = projectAll(emptyProjection, entries);
      const whole = { ...record, projection, state: sessionState(projection) };
      // The log first: entries without a session are never read, a session without its entries would stay so for good.
      await log.begin(entries);
      await sessions.create([whole]);
      return whole;
    },
  };
}
