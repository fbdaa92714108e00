import * as v from 'valibot';
import { LogEntry } from '../../shared/contract/session-log.ts';
import type { LogEntryRecord } from './log-entry-model.ts';

/** The document of an entry. */
export function recordOf(entry: LogEntry): LogEntryRecord {
  const { session, seq, at, by, audience, clientId, kind, ...body } = entry;
  return { session, seq, at, by, audience, ...(clientId === null ? {} : { clientId }), kind, body };
}

/** The entry in a document, or what is wrong with it. */
export function entryOf(
  record: Readonly<Partial<Record<keyof LogEntryRecord, unknown>>>,
): { readonly ok: true; readonly entry: LogEntry } | { readonly ok: false; readonly problem: string } {
  const { session, seq, at, by, audience, clientId, kind, body } = record;
  const says = typeof body === 'object' ? body : {};
  const parsed = v.safeParse(LogEntry, { session, seq, at, by, audience, clientId: clientId ?? null, kind, ...says });
  if (parsed.success) return { ok: true, entry: parsed.output };
  // Paths only: the values may be what somebody wrote in a chat.
  return { ok: false, problem: parsed.issues.map((issue) => v.getDotPath(issue) ?? 'whole entry').join(', ') };
}
