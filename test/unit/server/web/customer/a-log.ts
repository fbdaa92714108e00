/** Builds entries of a session log and what else the customer's pages are made of. */
import * as v from 'valibot';
import type { PublicChannel } from '../../../../../shared/contract/channel.ts';
import { PublicChannel as PublicChannelSchema } from '../../../../../shared/contract/channel.ts';
import { LogEntry, SessionSummary } from '../../../../../shared/contract/session-log.ts';
import type { EntryBody } from '../../../../../shared/contract/session-log.ts';

export const START = Date.UTC(2026, 5, 12, 10, 0);
const id = (letter: string) => letter.repeat(22);

type Author = 'customer' | 'rep' | 'host' | 'system';
const names: Record<Author, string> = {
  customer: 'Marta Kowalenko',
  rep: 'Ines Halvorsen',
  host: 'Marta Kowalenko',
  system: 'RemoteHelp',
};

/** An entry with a place in the log, `afterMs` after the session's start. */
export function anEntry(seq: number, by: Author, body: EntryBody, afterMs = seq * 1000): LogEntry {
  const author = { kind: by, name: names[by], ...(by === 'rep' ? { account: id('r') } : {}) };
  const place = { session: id('s'), seq, at: START + afterMs, by: author, audience: 'all', clientId: null };
  return v.parse(LogEntry, { ...body, ...place });
}

export function aChannel(name: string, status: PublicChannel['status'], takesReservations = false): PublicChannel {
  const fresh = { id: id(name.slice(0, 1)), name, description: '', status, wait: null, opensAt: null };
  return v.parse(PublicChannelSchema, { ...fresh, takesReservations });
}

export function aSummary(change: Partial<SessionSummary> = {}): SessionSummary {
  return v.parse(SessionSummary, {
    session: id('s'),
    customer: names.customer,
    reps: [names.rep],
    channel: 'Printing',
    reason: 'Nothing prints',
    startedAt: START,
    endedAt: START + 21 * 60_000,
    durationMs: 21 * 60_000,
    endedBy: 'rep',
    endReason: 'finished',
    grants: [],
    seenMs: 0,
    controlledMs: 0,
    messages: 4,
    files: { fromCustomer: 0, fromReps: 0 },
    launches: 0,
    tools: [],
    isRecorded: false,
    facts: null,
    removal: null,
    ...change,
  });
}
