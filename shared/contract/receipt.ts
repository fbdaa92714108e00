/** A customer's receipt: what happened in a session, entry by entry, hash-chained and sealed when the session ended. */
import * as v from 'valibot';
import { Nothing, operation } from './contract.ts';
import { SessionId, Ticket } from './identifiers.ts';
import { Moment } from './text.ts';

/** A SHA-256 in hex. */
export const ChainHash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'not a hash'), v.brand('ChainHash'));
export type ChainHash = v.InferOutput<typeof ChainHash>;

/** The secret of a receipt's link: 128 bits. It opens this one receipt, as often as wanted, and nothing else. */
export const ReceiptToken = Ticket;
export type ReceiptToken = v.InferOutput<typeof ReceiptToken>;

/** A receipt's link, and the hash that it was given out with, so that the link itself is a witness. */
export interface ReceiptLink {
  readonly token: ReceiptToken;
  /** The fingerprint of the hash with which the chain ended. */
  readonly fingerprint: string;
}

/** So many hex digits of the last hash are shown to people: 128 bits, which nobody can hit by trying. */
const fingerprintLength = 32;
const Fragment = v.pipe(v.string(), v.regex(/^#?[a-z2-7]{26}-[0-9a-f]{32}$/));

/** The page that shows receipts. */
export const receiptPath = '/receipt';

/** The part of a hash that people compare. */
export function fingerprintOf(hash: string): string {
  return hash.slice(0, fingerprintLength);
}

/** In groups of four, as it is read: `4f1c 9a07 …`. */
export function inGroups(fingerprint: string): string {
  return fingerprint.replaceAll(/(.{4})(?=.)/g, '$1 ');
}

/** The address that the customer keeps. The secret stands in the fragment, which browsers send to nobody. */
export function receiptAddress(origin: string, { token, fingerprint }: ReceiptLink): string {
  return `${origin}${receiptPath}#${token}-${fingerprint}`;
}

/** Reads a fragment such as `#…-4f1c9a07…`; `undefined` for anything else. */
export function readReceiptFragment(fragment: string): ReceiptLink | undefined {
  if (!v.is(Fragment, fragment)) return undefined;
  const [token, fingerprint = ''] = fragment.replace('#', '').split('-');
  return { token: v.parse(ReceiptToken, token), fingerprint };
}

const Seq = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * One link of the chain. `text` is exactly what is hashed, JSON of an entry as it stands in the store now, or of the head (`seq` 0); `null`
 * when it is not there (any more). `hash` is what was sealed at the end; `null` for what was not there then.
 */
export const ReceiptItem = v.strictObject({
  seq: Seq,
  text: v.nullable(v.string()),
  hash: v.nullable(ChainHash),
});
export type ReceiptItem = v.InferOutput<typeof ReceiptItem>;

/**
 * Whether the seal holds under the server's secret: `intact`, `broken` (somebody has changed it), or `foreign`: it was sealed under another
 * secret, so this server cannot say.
 */
export const SealState = v.picklist(['intact', 'broken', 'foreign']);
export type SealState = v.InferOutput<typeof SealState>;

/** What was fixed when the session ended. */
export const ReceiptSeal = v.strictObject({
  state: SealState,
  sealedAt: Moment,
  /** Entries without the head. */
  entries: Seq,
  /** With which the chain ended. */
  hash: ChainHash,
});
export type ReceiptSeal = v.InferOutput<typeof ReceiptSeal>;

const ReceiptPage = { items: v.array(ReceiptItem), more: v.boolean() };

export const customerReceiptOperations = {
  /** The receipt of an own session that has ended: its link, and the own address to which it could be mailed. */
  'receipts.own': operation(
    v.strictObject({ session: SessionId }),
    v.strictObject({ token: ReceiptToken, seal: ReceiptSeal, mailTo: v.nullable(v.string()) }),
  ),
  /** By the link, from anywhere. Wrong tokens are counted against the address from which they come. */
  'receipts.open': operation(
    v.strictObject({ token: ReceiptToken }),
    v.strictObject({ seal: ReceiptSeal, ...ReceiptPage }),
  ),
  /** Goes on after an item. */
  'receipts.after': operation(v.strictObject({ token: ReceiptToken, seq: Seq }), v.strictObject(ReceiptPage)),
  /** Sends the link of an own session's receipt to the address that the customer gave. */
  'receipts.mail': operation(v.strictObject({ session: SessionId }), Nothing),
};

/** What the head of a receipt says, beside the summary that was made at the end. */
export const ReceiptHead = v.object({ form: v.literal(1), organisation: v.string(), summary: v.unknown() });
export type ReceiptHead = v.InferOutput<typeof ReceiptHead>;

/** An entry as its text says it. What the body means depends on the kind. */
export const ReceiptEntry = v.object({
  seq: Seq,
  at: Moment,
  by: v.object({ kind: v.string(), name: v.string() }),
  kind: v.string(),
  body: v.record(v.string(), v.unknown()),
});
export type ReceiptEntry = v.InferOutput<typeof ReceiptEntry>;
