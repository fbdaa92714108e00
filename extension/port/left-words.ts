/** What a rep wrote and chose in a session that is not theirs any more, or is gone: shown until they have put it away. */
import * as v from 'valibot';
import { ClientEntryId, SessionId } from '../../shared/contract/identifiers.ts';
import { Audience } from '../../shared/contract/session-log.ts';

/** A file that is on its way from a page of the extension, by what its bubble says. Its bytes are in that page alone. */
export const WaitingFile = v.strictObject({
  session: SessionId,
  clientId: ClientEntryId,
  name: v.pipe(v.string(), v.maxLength(1000)),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
  audience: Audience,
});
export type WaitingFile = v.InferOutput<typeof WaitingFile>;

/** Most files that are remembered at once. */
export const mostWaitingFiles = 200;

/** Something that was written and not sent. */
export const LeftText = v.strictObject({
  text: v.string(),
  /** For whom it was: what is for representatives only must not reach a customer by being copied. */
  audience: Audience,
  /** As what it was written, in words; empty for a message. */
  label: v.string(),
});
export type LeftText = v.InferOutput<typeof LeftText>;

/** What is left of one session. */
export const LeftWords = v.strictObject({
  session: SessionId,
  /** The customer's name; empty where it is not known any more. */
  customer: v.string(),
  /** In the order of writing. */
  texts: v.array(LeftText),
  /** Files that were not sent, by name. */
  files: v.array(v.string()),
});
export type LeftWords = v.InferOutput<typeof LeftWords>;
