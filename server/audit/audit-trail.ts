/** Reading the audit trail: found by what it says, written out, and followed from its first entry to its last. */
import type { AuditEntry, AuditFilters } from '../../shared/contract/audit-operations.ts';
import { atLeast } from '../documents/at-least.ts';
import { above, beginsWith, between } from '../documents/compare.ts';
import { alongWords } from './audit-model.ts';
import type { AuditModel, StoredAuditEntry } from './audit-model.ts';
import { breakBetween, chainStart } from './chain.ts';
import type { ChainEnd } from './chain.ts';

/** Entries that one look at the chain follows. */
const checkedAtOnce = 5000;

/** So few entries are put into order at once. */
const RARE = 1000;

type Cursor = AuditFilters['after'];

/** What is looked for, the days in moments: from the one on, and before the other. */
export interface AuditSearch extends Omit<AuditFilters, 'from' | 'until'> {
  readonly fromMs: number | undefined;
  readonly toMs: number | undefined;
}

export interface AuditTrail {
  /** The newest first; `next` where there are more. */
  list(search: AuditSearch, size: number): Promise<{ entries: AuditEntry[]; next: Cursor }>;
  /** Follows the chain after entry number `from`. */
  check(from: number): Promise<{
    through: number;
    hash: string;
    more: boolean;
    broken: { n: number; how: 'gap' | 'changed' } | null;
  }>;
}

export function createAuditTrail(model: AuditModel): AuditTrail {
  async function endAt(n: number): Promise<ChainEnd> {
    const found = n === 0 ? null : await model.findOne({ n }).lean();
    return found ?? { ...chainStart, n };
  }

  /** Words that few entries have are followed to these; commoner ones are met soon along the time. */
  async function isRare({ search }: AuditSearch): Promise<boolean> {
    if (search === '') return false;
    const wanted = { words: beginsWith(search.toLowerCase()) };
    const some = await model.find(wanted).select({ _id: 1 }).hint(alongWords).limit(RARE).lean();
    return some.length < RARE;
  }

  return {
    async list(filters, size) {
      const asked = model
        .find(filterOf(filters))
        .sort({ at: -1, n: -1 })
        .limit(size + 1);
      const found = await ((await isRare(filters)) ? asked.hint(alongWords) : asked).lean();
      const entries = found.slice(0, size).map(entryOf);
      const last = entries.at(-1);
      return { entries, next: found.length > size && last !== undefined ? { at: last.at, n: last.n } : null };
    },

    async check(from) {
      let end = await endAt(from);
      const found = await model
        .find({ n: above(from) })
        .sort({ n: 1 })
        .limit(checkedAtOnce)
        .lean();
      for (const entry of found) {
        const how = breakBetween(end, entry);
        if (how !== undefined) return { through: end.n, hash: end.hash, more: false, broken: { n: end.n + 1, how } };
        end = entry;
      }
      return { through: end.n, hash: end.hash, more: found.length === checkedAtOnce, broken: null };
    },
  };
}

function filterOf({ search, actor, action, target, outcome, fromMs, toMs, after }: AuditSearch) {
  const latest = Math.min(
    toMs === undefined ? Number.MAX_SAFE_INTEGER : toMs - 1,
    after?.at ?? Number.MAX_SAFE_INTEGER,
  );
  return {
    at: between(fromMs ?? 0, latest),
    ...(actor === '' ? {} : { actor }),
    ...(action === '' ? {} : { action }),
    ...(target === '' ? {} : { target }),
    ...(outcome === null ? {} : { outcome }),
    ...(search === '' ? {} : { words: beginsWith(search.toLowerCase()) }),
    ...(after === null ? {} : { $nor: [{ at: after.at, n: atLeast(after.n) }] }),
  };
}

function entryOf(stored: StoredAuditEntry): AuditEntry {
  const { n, at, actor, actorName, action, target, targetName, address, outcome, changes, hash } = stored;
  return { n, at, actor, actorName, action, target, targetName, address, outcome, changes, hash };
}
