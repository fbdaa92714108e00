/** Watches what one person is shown of a chat: lines that are stored, and below them what is on its way. */
import type { LogEntry } from '../../../shared/contract/session-log.ts';
import type { Seen } from './fleet-words.ts';

export interface SeenLog {
  readonly lines: readonly Seen[];
  readonly blemishes: readonly string[];
  /** To be called at every change with all that is known; looked at when the turn is over, as a page is painted then. */
  look(entries: readonly LogEntry[], unsent: readonly { readonly clientId: string }[]): void;
}

export function watchShownLog(who: string): SeenLog {
  let shown: readonly LogEntry[] = [];
  let latest: Parameters<SeenLog['look']> | undefined;
  const blemishes: string[] = [];

  function paint() {
    if (latest === undefined) return;
    const [entries, unsent] = latest;
    latest = undefined;
    const last = shown.at(-1);
    if (last !== undefined && entries[shown.length - 1]?.seq !== last.seq) blemishes.push(`${who}: ${last.seq} moved`);
    const fresh = entries.slice(shown.length);
    for (const [index, { seq }] of fresh.entries()) {
      const place = shown.length + index + 1;
      if (seq !== place) blemishes.push(`${who}: line ${seq} stands at place ${place}`);
    }
    const arrived = new Set<string | null>(fresh.map(({ clientId }) => clientId));
    for (const { clientId } of unsent) {
      if (arrived.has(clientId)) blemishes.push(`${who}: ${clientId} is shown as sent and as on its way`);
    }
    shown = entries;
  }

  return {
    get lines() {
      return shown.map((entry) => ({
        seq: entry.seq,
        clientId: entry.clientId,
        text: entry.kind === 'chat' ? entry.text : null,
      }));
    },
    blemishes,
    look(...now) {
      if (latest === undefined) queueMicrotask(paint);
      latest = now;
    },
  };
}
