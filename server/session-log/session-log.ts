/** The store of the session log: each entry at its place in the order, once. What may be said is decided elsewhere. */
import type * as v from 'valibot';
import type { ClientEntryId, SessionId } from '../../shared/contract/identifiers.ts';
import type { Audience, LogEntry } from '../../shared/contract/session-log.ts';
import { LOG_PAGE } from '../../shared/contract/shared-events.ts';
import type { Clock } from '../config/clock.ts';
import { createBatches } from '../documents/in-batches.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import { writeTogether } from '../documents/write-together.ts';
import type { Log } from '../logging/log.ts';
import { entryOf, recordOf } from './entry-record.ts';
import type { LogEntryModels, LogEntryRecord } from './log-entry-model.ts';

/** Who reads: customers and their hosts get what is for all, reps get everything. */
export type Reader = v.InferOutput<typeof Audience>;

export interface LogPageOf {
  readonly entries: LogEntry[];
  readonly more: boolean;
  /** The last `seq` that was looked at: past the entries given when damaged ones were left out. */
  readonly through: number;
}

export interface SessionLog {
  /**
   * Stores an entry at its own `seq`. `seq-taken` means that another one was faster; `sent-before` gives the entry that
   * was stored when the same thing was sent first. When it resolves with `stored` the entry is durable.
   */
  insert(entry: LogEntry): Promise<InsertOutcome>;
  /** Stores the first entries of a new session. */
  begin(entries: readonly LogEntry[]): Promise<void>;
  /** Entries after `seq` that the reader may see, in order, at most {@link LOG_PAGE}. */
  after(session: SessionId, seq: number, reader: Reader): Promise<LogPageOf>;
  /** All that the reader may see. */
  all(session: SessionId, reader: Reader): Promise<LogEntry[]>;
  /** What was stored under a client's own id; `undefined` when nothing was. */
  sentBefore(session: SessionId, clientId: ClientEntryId): Promise<LogEntry | undefined>;
}

export type InsertOutcome =
  | { readonly outcome: 'stored' }
  | { readonly outcome: 'seq-taken' }
  | { readonly outcome: 'sent-before'; readonly entry: LogEntry };

export function createSessionLog(
  { entries, damaged }: LogEntryModels,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): SessionLog {
  // Straight to the driver: an entry was parsed a moment ago, and a model would look at every field again.
  const store = createBatches((records: readonly LogEntryRecord[]) =>
    writeTogether(
      entries.collection,
      records.map((document) => ({ insertOne: { document } })),
    ),
  );

  async function sentBefore(session: SessionId, clientId: ClientEntryId): Promise<LogEntry | undefined> {
    const record = await entries.findOne({ session, clientId }).lean();
    return record === null ? undefined : (await readable([record]))[0];
  }

  async function readable(records: readonly LogEntryRecord[]): Promise<LogEntry[]> {
    const good: LogEntry[] = [];
    for (const record of records) {
      const read = entryOf(record);
      if (read.ok) good.push(read.entry);
      else await quarantine(record, read.problem);
    }
    return good;
  }

  async function quarantine(record: LogEntryRecord, problem: string) {
    const { session, seq } = record;
    const _id = `${session}:${seq}`;
    const facts = { session: String(session), seq, foundAt: clock.now(), problem };
    const first = await damaged.updateOne({ _id }, { $setOnInsert: facts }, { upsert: true });
    if (first.upsertedCount === 1) log.error('An entry of a session log is damaged and is left out.', { ...facts });
  }

  async function after(session: SessionId, seq: number, reader: Reader): Promise<LogPageOf> {
    const seen = reader === 'reps' ? {} : { audience: 'all' as const };
    const found = await entries
      .find({ session, seq: { $gt: seq }, ...seen })
      .sort({ seq: 1 })
      .limit(LOG_PAGE + 1)
      .lean();
    const page = found.slice(0, LOG_PAGE);
    return { entries: await readable(page), more: found.length > LOG_PAGE, through: page.at(-1)?.seq ?? seq };
  }

  return {
    async insert(entry) {
      try {
        await store(recordOf(entry));
        return { outcome: 'stored' };
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        const first = entry.clientId === null ? undefined : await sentBefore(entry.session, entry.clientId);
        return first === undefined ? { outcome: 'seq-taken' } : { outcome: 'sent-before', entry: first };
      }
    },
    async begin(first) {
      await entries.insertMany(first.map(recordOf));
    },
    after,
    async all(session, reader) {
      const whole: LogEntry[] = [];
      for (let page = await after(session, 0, reader); ; page = await after(session, page.through, reader)) {
        whole.push(...page.entries);
        if (!page.more) return whole;
      }
    },
    sentBefore,
  };
}
