/** What of a stored log entry stands in a receipt: who, when, what. Nothing that is only the server's. Pure. */
import { canonical } from '../../shared/contract/receipt-chain.ts';
import type { SessionSummary } from '../../shared/contract/session-log.ts';
import type { LogEntryRecord } from '../session-log/log-entry-model.ts';

/** As it lies in the store, not as a program reads it: what is hashed must not change with a later program. */
export function entryText({ seq, at, by, kind, body }: LogEntryRecord): string {
  // An account's number says nothing to a customer, and names no person to whom the file is shown.
  return canonical({ seq, at, by: { kind: by?.kind, name: by?.name }, kind, body: body ?? {} });
}

/** What is said of the whole session. */
export function headText(organisation: string, summary: SessionSummary): string {
  return canonical({ form: 1, organisation, summary });
}
