/** Chat messages that the server has not acknowledged yet, in the order in which they were written. Pure. */
import * as v from 'valibot';
import { ClientEntryId, SessionId } from '../../../shared/contract/identifiers.ts';
import type { ErrorCode } from '../../../shared/contract/errors.ts';
import type { LogEntry } from '../../../shared/contract/session-log.ts';
import { Moment } from '../../../shared/contract/text.ts';

/** One as it is kept over a reload. `at`: by the server's clock. `failure`: why it will never be sent. */
const UnsentMessage = v.object({
  session: SessionId,
  clientId: ClientEntryId,
  text: v.string(),
  at: Moment,
  failure: v.exactOptional(v.string()),
});
export type UnsentMessage = v.InferOutput<typeof UnsentMessage>;

/** What a tab kept of them. */
export const UnsentMessages = v.pipe(v.array(UnsentMessage), v.readonly());

/** What stands in the field of a session's chat, and was not sent. */
export const MessageDraft = v.strictObject({
  session: v.nullable(SessionId),
  text: v.pipe(v.string(), v.maxLength(20_000)),
});
export type MessageDraft = v.InferOutput<typeof MessageDraft>;

/** Nothing stands there. */
export const noDraft: MessageDraft = { session: null, text: '' };

/** Before anything was written. */
export const nothingUnsent: readonly UnsentMessage[] = [];

/** Failures after which the same message may go through. */
export const passingFailures: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'no-answer',
  'store-down',
  'store-full',
  'server-fault',
  'too-many-tries',
]);

export function withMessage(unsent: readonly UnsentMessage[], message: UnsentMessage): readonly UnsentMessage[] {
  return [...unsent, message];
}

/** The entry came back from the server, by whichever way: the message is sent. */
export function withoutEntry(unsent: readonly UnsentMessage[], entry: LogEntry): readonly UnsentMessage[] {
  if (entry.clientId === null) return unsent;
  const left = unsent.filter(({ clientId }) => clientId !== entry.clientId);
  return left.length === 0 ? nothingUnsent : left;
}

export function withFailure(
  unsent: readonly UnsentMessage[],
  failed: ClientEntryId,
  failure: string,
): readonly UnsentMessage[] {
  return unsent.map((message) => (message.clientId === failed ? { ...message, failure } : message));
}

/** Those of one session; others are of no use any more. */
export function unsentOf(unsent: readonly UnsentMessage[], session: SessionId | undefined): readonly UnsentMessage[] {
  const theirs = unsent.filter((message) => message.session === session);
  return theirs.length === 0 ? nothingUnsent : theirs;
}

/** The next one to send. Later ones wait for it, so that the order is kept. */
export function nextToSend(unsent: readonly UnsentMessage[]): UnsentMessage | undefined {
  return unsent.find(({ failure }) => failure === undefined);
}
