/** What an organisation shares with its reps, and what a rep keeps for themselves: addresses, programs, replies and files, in folders of their own; and folders of customers' computers. */
import * as v from 'valibot';
import { line, optionalLine, paragraph } from './text.ts';
import { WebAddress } from './web-address.ts';

export const SharedItemId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/, 'not an id'), v.brand('SharedItemId'));
export type SharedItemId = v.InferOutput<typeof SharedItemId>;

/** So many items at most, and a file of so many bytes. */
export const sharedLimits = { items: 300, levels: 4, fileBytes: 100_000_000 } as const;

const SharedName = line(80);

/** What is typed after `/` to find a reply: small letters, digits and dashes. */
export const ReplyWord = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.regex(
    /^[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{N}-]{0,23}$/u,
    'must be one word of at most 24 letters, digits and dashes',
  ),
);

/** A reply; `{customer}` and `{rep}` stand for the names of both, `{channel}` for the support channel's. */
const ReplyText = v.pipe(paragraph(2000), v.minLength(1, 'must not be empty'));

const bodies = {
  folder: { name: SharedName },
  favorite: { name: SharedName, address: WebAddress },
  /** A folder of the customer's computer, to be opened there. */
  directory: { name: SharedName, path: line(400) },
  program: { name: SharedName, path: line(400), arguments: optionalLine(400) },
  reply: { name: SharedName, word: ReplyWord, text: ReplyText },
} as const;

/** What an administrator writes of an item. Files are uploaded instead. */
export const SharedItemBody = v.variant('kind', [
  v.strictObject({ kind: v.literal('folder'), ...bodies.folder }),
  v.strictObject({ kind: v.literal('favorite'), ...bodies.favorite }),
  v.strictObject({ kind: v.literal('directory'), ...bodies.directory }),
  v.strictObject({ kind: v.literal('program'), ...bodies.program }),
  v.strictObject({ kind: v.literal('reply'), ...bodies.reply }),
]);
export type SharedItemBody = v.InferOutput<typeof SharedItemBody>;

const place = { id: SharedItemId, parent: v.nullable(SharedItemId) };

/** One item. Only folders hold others. */
export const SharedItem = v.variant('kind', [
  v.strictObject({ ...place, kind: v.literal('folder'), ...bodies.folder }),
  v.strictObject({ ...place, kind: v.literal('favorite'), ...bodies.favorite }),
  v.strictObject({ ...place, kind: v.literal('directory'), ...bodies.directory }),
  v.strictObject({ ...place, kind: v.literal('program'), ...bodies.program }),
  v.strictObject({ ...place, kind: v.literal('reply'), ...bodies.reply }),
  v.strictObject({
    ...place,
    kind: v.literal('file'),
    /** Its file name. Any kind of file: it is stored and handed on, never opened here. */
    name: line(200),
    bytes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(sharedLimits.fileBytes)),
    /** Of the content, in hex. */
    sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  }),
]);
export type SharedItem = v.InferOutput<typeof SharedItem>;

/** What stands for the braces in a reply. `channel` is empty in a session that came by a code. */
export interface ReplyNames {
  readonly customer: string;
  readonly rep: string;
  readonly channel: string;
}

/** A reply with the names put in. What is in braces and no name stays as it is. */
export function fillReply(text: string, names: ReplyNames): string {
  return text.replaceAll(/\{(customer|rep|channel)\}/g, (_whole, what: keyof ReplyNames) => names[what]);
}
