import type { Db } from 'mongodb';
import { chainStart, chained } from '../../audit/chain.ts';
import type { ChainEnd } from '../../audit/chain.ts';
import { searchWords } from '../../audit/search-words.ts';
import type { Migration } from './migration.ts';

interface AuditDocument {
  _id: string;
  n?: number;
  hash?: string;
  at: number;
  actor?: string;
  action: string;
  target?: string;
  address?: string;
  outcome: string;
}

/**
 * Entries of the audit trail get their number, and the hash that ties each to the one before, in the order of their time. What happened before
 * this step is thereby not proved, only kept from being changed afterwards.
 */
export const chainedAudit: Migration = {
  name: '0003-chained-audit',
  async run(db) {
    const audit = db.collection<AuditDocument>('audit');
    let end = await chainEnd(db);
    const unchained = audit.find({ n: { $exists: false } }).sort({ at: 1 });
    for await (const { _id, at, actor = '', action, target = '', address = '', outcome } of unchained) {
      const said = { at, actor, actorName: '', action, target, targetName: '', address, outcome, changes: [] };
      const { n, hash, ...facts } = chained(said, end);
      await audit.updateOne({ _id }, { $set: { ...facts, n, hash, words: searchWords(said) } });
      end = { n, hash };
    }
  },
};

async function chainEnd(db: Db): Promise<ChainEnd> {
  const last = await db
    .collection<AuditDocument>('audit')
    .find({ n: { $exists: true } })
    .sort({ n: -1 })
    .limit(1)
    .next();
  return last?.n === undefined || last.hash === undefined ? chainStart : { n: last.n, hash: last.hash };
}
