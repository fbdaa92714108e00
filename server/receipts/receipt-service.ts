/** Receipts: sealed once when a session ends, read by their link from then on, beside what the log says by then. */
import * as v from 'valibot';
import { AppError } from '../../shared/contract/errors.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { ChainHash, fingerprintOf } from '../../shared/contract/receipt.ts';
import type { ReceiptItem, ReceiptSeal, ReceiptToken } from '../../shared/contract/receipt.ts';
import { chainOf } from '../../shared/contract/receipt-chain.ts';
import type { Clock } from '../config/clock.ts';
import { below } from '../documents/compare.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import { hashSecret } from '../secrets/random.ts';
import type { LogEntryModels } from '../session-log/log-entry-model.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import type { Sessions } from '../sessions/session-service.ts';
import type { LookUpLimit } from './look-up-limit.ts';
import type { ReceiptModel, ReceiptRecord } from './receipt-model.ts';
import { sha256Hex } from './receipt-secrets.ts';
import type { ReceiptSecrets } from './receipt-secrets.ts';
import { entryText, headText } from './receipt-text.ts';

/** Items that travel together. */
const PAGE = 200;

/** What stands behind a link that leads nowhere: nobody can tell whether it ever led somewhere. */
const goneText =
  'There is no receipt behind this link (any more). The organisation deletes sessions after a time, or when somebody asks for it, and their receipts go with them.';

export interface Receipts {
  /** Fixes what the customer could see of a session that has ended. Called again it changes nothing. */
  seal(record: SessionRecord): Promise<void>;
  /** @throws AppError `not-found` when the session has none */
  own(session: SessionId): Promise<{ readonly token: ReceiptToken; readonly record: ReceiptRecord }>;
  /** By the secret of a link. @throws AppError `not-found`, `too-many-tries` */
  find(token: ReceiptToken, address: string): Promise<ReceiptRecord>;
  /** The chain after an item, each beside what the log says now. */
  itemsAfter(record: ReceiptRecord, seq: number): Promise<{ readonly items: ReceiptItem[]; readonly more: boolean }>;
  sealOf(record: ReceiptRecord): ReceiptSeal;
  /** Counts one mail; whether it may go, of `most` for a session. */
  countMail(session: SessionId, most: number): Promise<boolean>;
  forget(session: SessionId): Promise<void>;
  read(session: SessionId): Promise<Readonly<Record<string, unknown>>>;
}

export interface ReceiptNeeds {
  readonly model: ReceiptModel;
  readonly entries: LogEntryModels['entries'];
  readonly secrets: ReceiptSecrets;
  readonly limit: LookUpLimit;
  readonly sessions: Pick<Sessions, 'summary'>;
  readonly organisation: { get(): Promise<{ readonly name: string }> };
  readonly clock: Clock;
}

export function createReceipts(needs: ReceiptNeeds): Receipts {
  const { model, entries, secrets, limit, sessions, organisation, clock } = needs;

  /** Straight from the store, also what no program can read any more: that is what a receipt is about. */
  function entriesOf(
    session: SessionId,
    seqs: { readonly after: number; readonly upTo?: number; readonly limit?: number },
  ) {
    const { after, upTo, limit: most = 0 } = seqs;
    const seq = { $gt: after, ...(upTo === undefined ? {} : { $lte: upTo }) };
    return entries.find({ session, seq, audience: 'all' }).sort({ seq: 1 }).limit(most).lean();
  }

  async function stored(session: SessionId): Promise<ReceiptRecord | undefined> {
    return (await model.findOne({ _id: session }).lean()) ?? undefined;
  }

  function sealOf(record: ReceiptRecord): ReceiptSeal {
    const { sealedAt, chain } = record;
    const { hash } = chain.at(-1) ?? {};
    if (hash === undefined) throw new Error('A chain without a head');
    return { state: secrets.check(record), sealedAt, entries: chain.length - 1, hash };
  }

  return {
    sealOf,
    async seal(session) {
      const { _id } = session;
      if (!session.projection.customerIn || (await model.countDocuments({ _id })) > 0) return;
      const [{ name }, summary, written] = await Promise.all([
        organisation.get(),
        sessions.summary(session).catch(withoutEnd),
        entriesOf(_id, { after: 0 }),
      ]);
      if (summary === undefined) return;
      const head = headText(name, summary);
      const texts = [{ seq: 0, text: head }, ...written.map((entry) => ({ seq: entry.seq, text: entryText(entry) }))];
      const chain = chainOf(texts, sha256Hex).map(({ seq, hash }) => ({ seq, hash: v.parse(ChainHash, hash) }));
      const seal = { _id, token: hashSecret(secrets.tokenOf(_id)), sealedAt: clock.now(), chain };
      try {
        await model.create([{ ...seal, head, ...secrets.sign(seal), mailed: 0 }]);
      } catch (error) {
        // Another process has finished the same end: what it sealed counts.
        if (!isDuplicateKey(error)) throw error;
      }
    },
    async own(session) {
      const record = await stored(session);
      if (record === undefined) throw new AppError('not-found', { text: goneText });
      return { token: secrets.tokenOf(session), record };
    },
    async find(token, address) {
      const record = await limit.look(
        address,
        async () => (await model.findOne({ token: hashSecret(token) }).lean()) ?? undefined,
      );
      if (record === undefined) throw new AppError('not-found', { text: goneText });
      return record;
    },
    async itemsAfter({ _id, head, chain }, seq) {
      const links = chain.filter((link) => link.seq > seq);
      const page = links.slice(0, PAGE);
      const last = page.at(-1)?.seq ?? seq;
      const more = links.length > PAGE;
      // Behind the last link nothing was sealed: whatever stands there has come in since.
      const found = await entriesOf(_id, { after: Math.max(0, seq), ...(more ? { upTo: last } : {}), limit: PAGE * 2 });
      const texts = new Map(found.map((entry) => [entry.seq, entryText(entry)]));
      const hashes = new Map<number, ChainHash>(page.map((link) => [link.seq, link.hash]));
      if (hashes.has(0)) texts.set(0, head);
      const seqs = [...new Set([...hashes.keys(), ...texts.keys()])].sort((one, other) => one - other);
      const items = seqs.map((at) => ({ seq: at, text: texts.get(at) ?? null, hash: hashes.get(at) ?? null }));
      return { items, more };
    },
    async countMail(session, most) {
      const few = { _id: session, mailed: below(most) };
      return (await model.updateOne(few, { $inc: { mailed: 1 } })).modifiedCount > 0;
    },
    async forget(session) {
      await model.deleteOne({ _id: session });
    },
    async read(session) {
      const record = await stored(session);
      if (record === undefined) return {};
      const { sealedAt, head } = record;
      return { receipt: { sealedAt, head, fingerprint: fingerprintOf(sealOf(record).hash), mailed: record.mailed } };
    },
  };
}

/** A log whose last entry is damaged has no end that could be sealed: such a session is finished without a receipt. */
function withoutEnd(error: unknown): undefined {
  if (!(error instanceof AppError && error.code === 'not-found')) throw error;
}
