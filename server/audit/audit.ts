/** The audit trail: every administrative act, every sign-in, every hostile message that was refused. */
import * as v from 'valibot';
import type { Clock } from '../config/clock.ts';
import { above } from '../documents/compare.ts';
import { isStoreFull } from '../documents/store-full.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import type { Log } from '../logging/log.ts';
import { randomId } from '../secrets/random.ts';
import { createTokenBucket } from '../edge/token-bucket.ts';
import type { AuditModel, StoredAuditEntry } from './audit-model.ts';
import { chainStart, chained } from './chain.ts';
import type { AuditFacts, ChainEnd, FieldChange } from './chain.ts';
import { searchWords } from './search-words.ts';

export interface AuditEntry {
  /** An account's id, a user ID that was tried, or what else acted, such as `set-up` or `customer`. */
  readonly actor: string;
  /** What the actor and the target are called at this moment, where that is known. */
  readonly actorName?: string;
  readonly action: string;
  readonly target?: string;
  readonly targetName?: string;
  readonly address?: string;
  readonly outcome: StoredAuditEntry['outcome'];
  /** From what to what; never a secret, never what customers wrote. */
  readonly changes?: readonly FieldChange[];
}

/** Writes one entry to the store and one line to the log. Never throws, and is not waited for. */
export type AuditWriter = (entry: AuditEntry) => void;

/**
 * Refused messages can be sent without end, so only so many are written. How many were left out, or could not be stored, is written with the next entry
 * that can be.
 */
const refusedLimit = { burst: 200, perSecond: 2 };
/** Entries that wait to be stored; more than that means that the store is away. */
const mostWaiting = 2000;
/** Other processes write too; past so many tries something is wrong. */
const mostTries = 100;
const longestName = 200;

export interface Audit {
  readonly write: AuditWriter;
  /** Resolves when everything written so far is stored, or could not be. */
  settled(): Promise<void>;
}

const LastEntry = v.fallback(v.object({ n: v.number(), hash: v.fallback(v.string(), '') }), chainStart);

export function createAudit(model: AuditModel, log: Log, clock: Clock): Audit {
  const refusals = createTokenBucket(refusedLimit, clock.now());
  let leftOut = 0;
  let waiting = 0;
  let writing: Promise<void> = Promise.resolve();
  let end: ChainEnd | undefined;

  async function readEnd(): Promise<ChainEnd> {
    // Also after an entry that is damaged, which whoever checks the chain is told of.
    const last = await model
      .findOne({ n: above(0) })
      .select({ n: 1, hash: 1 })
      .sort({ n: -1 })
      .lean();
    return v.parse(LastEntry, last);
  }

  /* Which entry is the next one is settled by the unique number: who was slower takes the place after. */
  async function append(facts: AuditFacts & Pick<StoredAuditEntry, 'outcome'>): Promise<void> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      end ??= await readEnd();
      const entry = chained(facts, end);
      try {
        await model.create({ ...entry, changes: [...facts.changes], _id: randomId(), words: searchWords(facts) });
        end = { n: entry.n, hash: entry.hash };
        return;
      } catch (error) {
        // Whatever went wrong, the entry may have been stored all the same: the end is read anew.
        end = undefined;
        if (!isDuplicateKey(error, 'n')) throw error;
      }
    }
    throw new Error(`No place in the audit trail after ${mostTries} tries.`);
  }

  /** Counts again as left out what cannot be stored: the entry, or those that it tells of. */
  const store = (entry: AuditEntry, standsFor = 1) => {
    const { action, outcome } = entry;
    const facts = {
      at: clock.now(),
      actor: entry.actor.slice(0, longestName),
      actorName: (entry.actorName ?? '').slice(0, longestName),
      action,
      target: (entry.target ?? '').slice(0, longestName),
      targetName: (entry.targetName ?? '').slice(0, longestName),
      address: entry.address ?? '',
      outcome,
      changes: entry.changes ?? [],
    };
    const { actor, target, address } = facts;
    log.info('audit', { actor, action, target, address, outcome });
    if (waiting >= mostWaiting) {
      leftOut += standsFor;
      return;
    }
    waiting += 1;
    writing = writing
      .then(() => append(facts))
      .catch((error: unknown) => {
        leftOut += standsFor;
        if (isStoreFull(error)) log.warn('There is no room to store an audit entry', { action });
        else log.fault('An audit entry could not be stored', error, { action });
      })
      .finally(() => (waiting -= 1));
  };

  return {
    write(entry) {
      if (entry.outcome === 'refused' && !refusals.take(clock.now())) {
        leftOut += 1;
        return;
      }
      const untold = leftOut;
      if (untold > 0 && waiting < mostWaiting) {
        leftOut = 0;
        store({ actor: 'server', action: 'audit.left-out', target: String(untold), outcome: 'refused' }, untold);
      }
      store(entry);
    },
    settled: () => writing,
  };
}
