import * as v from 'valibot';
import type { Migration } from './migration.ts';

const Trust = v.object({
  _id: v.string(),
  account: v.unknown(),
  browser: v.string(),
  publicKey: v.optional(v.unknown()),
  repAgrees: v.optional(v.unknown()),
  agreedAt: v.fallback(v.number(), 0),
  usedAt: v.fallback(v.optional(v.number()), undefined),
});
type Trust = v.InferOutput<typeof Trust>;

/**
 * A rep and a browser have one trust. Before, each session made another one, so that ending one ended nothing: of several, one on which
 * both have agreed is kept, and of these the one that was used last.
 */
export const oneTrustForEachPair: Migration = {
  name: '0007-one-trust-for-each-pair',
  async run(db) {
    const trusts = db.collection<{ _id: string }>('trusts');
    const kept = new Map<string, Trust>();
    for (const document of await trusts.find().toArray()) {
      const read = v.safeParse(Trust, document);
      // What names no browser can stand beside anything.
      if (!read.success) continue;
      const trust = read.output;
      const pair = JSON.stringify([trust.account, trust.browser]);
      const other = kept.get(pair);
      const isKept = other === undefined || isBefore(trust, other);
      if (isKept) kept.set(pair, trust);
      if (other !== undefined) await trusts.deleteOne({ _id: isKept ? other._id : trust._id });
    }
  },
};

function isBefore(one: Trust, other: Trust): boolean {
  const isAgreed = ({ publicKey, repAgrees }: Trust) => publicKey !== undefined && repAgrees === true;
  if (isAgreed(one) !== isAgreed(other)) return isAgreed(one);
  return (one.usedAt ?? one.agreedAt) > (other.usedAt ?? other.agreedAt);
}
