/** What of a session is still asked of other reps, and by whom of them for the hands; read from its log. Pure. */
import type { AccountId, MemberAskId } from '../../shared/contract/identifiers.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';

/** A rep or a channel that has not answered. */
export interface OpenAsk {
  readonly ask: MemberAskId;
  readonly what: 'invitation' | 'transfer';
  readonly to: string;
  readonly until: number;
}

/** Those that stand at `now`, by the server's clock; the oldest first. */
export function openAsks(entries: readonly LogEntry[], now: number): OpenAsk[] {
  const open = new Map<MemberAskId, OpenAsk>();
  for (const entry of entries) {
    if (entry.kind === 'invited') open.set(entry.ask, { ...entry, what: 'invitation' });
    else if (entry.kind === 'transfer-asked') open.set(entry.ask, { ...entry, what: 'transfer' });
    else if (entry.kind === 'not-taken') open.delete(entry.ask);
    // Whoever comes in carries the id of what they were asked by as the entry's own.
    else if (entry.kind === 'joined' || entry.kind === 'handed-over') forget(open, entry);
  }
  return [...open.values()]
    .filter(({ until }) => until > now)
    .map(({ ask, what, to, until }) => ({ ask, what, to, until }));
}

function forget(open: Map<MemberAskId, OpenAsk>, entry: Extract<LogEntry, { kind: 'joined' | 'handed-over' }>) {
  // With another owner nothing that the one of before has asked stands.
  if (entry.kind === 'handed-over') return open.clear();
  for (const ask of open.keys()) if (String(ask) === entry.clientId) open.delete(ask);
}

/** Guests who have asked for mouse and keyboard since these went to anybody last. */
export function askersForHands(entries: readonly LogEntry[]): AccountId[] {
  const askers = new Set<AccountId>();
  for (const entry of entries) {
    const { account } = entry.by;
    if (entry.kind === 'hands-asked' && account !== undefined) askers.add(account);
    if (entry.kind === 'hands-given' || entry.kind === 'handed-over') askers.clear();
    if (entry.kind === 'rep-left') askers.delete(entry.account);
  }
  return [...askers];
}
