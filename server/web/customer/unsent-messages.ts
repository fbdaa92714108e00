/** Chat messages that the server has not acknowledged yet, in the order in which they were written. Pure. */
import type { ClientEntryId, SessionId } from '../../../shared/contract/identifiers.ts';
import type { ErrorCode } from '../../../shared/contract/errors.ts';
import type { LogEntry } from '../../../shared/contract/session-log.ts';

export interface UnsentMessage {
  readonly session: SessionId;
  readonly clientId: ClientEntryId;
  readonly text: string;
  /** By the server's clock, in milliseconds. */
  readonly at: number;
  /** Why it will never be sent; it is tried again while this is undefined. */
  readonly failure?: string;
}

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
  return entry.clientId === null ? unsent : unsent.filter(({ clientId }) => clientId !== entry.clientId);
}

export function withFailure(
  unsent: readonly UnsentMessage[],
  failed: ClientEntryId,
  failure: string,
): readonly UnsentMessage[] {
  return unsent.map((message) => (message.clientId === failed ? { ...message, failure } : message));
}

/** The next one to send. Later ones wait for it, so that the order is kept. */
export function nextToSend(unsent: readonly UnsentMessage[]): UnsentMessage | undefined {
  return unsent.find(({ failure }) => failure === undefined);
}
