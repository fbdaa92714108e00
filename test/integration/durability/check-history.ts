/** What is wrong with a chat, judged from what its writers were told, what is stored, and what everybody saw. Pure. */
import type { LogEntry } from '../../../shared/contract/session-log.ts';
import type { Seen, SessionHistory, Written } from './fleet-words.ts';

/** Sentences, none when all is well. `stored` is the whole log as the server gives it to somebody who asks anew. */
export function faultsOf(history: SessionHistory, stored: readonly LogEntry[]): string[] {
  const log = stored.map((entry) => ({
    seq: entry.seq,
    clientId: entry.clientId,
    text: entry.kind === 'chat' ? entry.text : null,
  }));
  return [
    ...gaps(log),
    ...doubles(log),
    ...history.written.flatMap((message) => missing(message, log)),
    ...outOfOrder(history.written, log),
    ...differences('the customer', history.seenByCustomer, log),
    ...differences('the rep', history.seenByRep, log),
    ...history.blemishes,
  ].map((fault) => `${history.session}: ${fault}`);
}

function gaps(log: readonly Seen[]): string[] {
  return log.flatMap(({ seq }, index) => (seq === index + 1 ? [] : [`seq ${seq} stands at place ${index + 1}`]));
}

function doubles(log: readonly Seen[]): string[] {
  const ids = log.flatMap(({ clientId }) => clientId ?? []);
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is stored twice`);
}

function missing({ text, clientId, acknowledged }: Written, log: readonly Seen[]): string[] {
  const line = log.find((one) => one.clientId === clientId);
  if (line === undefined)
    return [acknowledged === null ? `${text} was written and is lost` : `${text} was acknowledged and is lost`];
  if (line.text !== text) return [`${text} is stored as ${line.text}`];
  return acknowledged === null || acknowledged.seq === line.seq ? [] : [`${text} was acknowledged at another place`];
}

function outOfOrder(written: readonly Written[], log: readonly Seen[]): string[] {
  return (['customer', 'rep'] as const).flatMap((by) => {
    const own = written.filter((message) => message.by === by);
    const ids = new Set(own.map(({ clientId }) => clientId));
    const inLog = log.flatMap(({ clientId, text }) => (clientId !== null && ids.has(clientId) ? [text] : []));
    return inLog.join(' ') === own.map(({ text }) => text).join(' ') ? [] : [`what the ${by} wrote changed its order`];
  });
}

/** Seen are whole logs, so the end may lack only what was written after the last look, which is nothing. */
function differences(who: string, seen: readonly Seen[], log: readonly Seen[]): string[] {
  const at = log.findIndex(
    ({ seq, clientId }, index) => seen[index]?.seq !== seq || seen[index]?.clientId !== clientId,
  );
  if (at >= 0) return [`${who} sees another line than the stored one at place ${at + 1}`];
  return seen.length === log.length ? [] : [`${who} sees ${seen.length} lines of ${log.length}`];
}
