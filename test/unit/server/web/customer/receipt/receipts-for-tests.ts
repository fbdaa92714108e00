/** Receipts as the server hands them out, made from entries of a log. */
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { SessionId } from '../../../../../../shared/contract/identifiers.ts';
import { ChainHash } from '../../../../../../shared/contract/receipt.ts';
import type { ReceiptItem, ReceiptSeal } from '../../../../../../shared/contract/receipt.ts';
import { canonical, chainOf } from '../../../../../../shared/contract/receipt-chain.ts';
import { LogEntry } from '../../../../../../shared/contract/session-log.ts';
import type { EntryBody } from '../../../../../../shared/contract/session-log.ts';
import { summarise } from '../../../../../../server/sessions/summarise.ts';

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const session = v.parse(SessionId, 'S'.repeat(22));
export const MINUTE_MS = 60_000;

type Said = readonly [by: string, body: EntryBody, minute: number];

/** Whoever is no customer, host or system is a rep of that name. Minutes count from the beginning. */
export function aReceipt(said: readonly Said[], extra: readonly Record<string, unknown>[] = []) {
  const entries = said.map(([who, body, minute], place) => {
    const isRep = !['customer', 'host', 'system'].includes(who);
    const by = isRep ? { kind: 'rep', name: who } : { kind: who, name: who === 'system' ? 'RemoteHelp' : 'Marta' };
    const place1 = { session, seq: place + 1, at: minute * MINUTE_MS, by, audience: 'all', clientId: null };
    return v.parse(LogEntry, { ...body, ...place1 });
  });
  const subject = { session, customer: 'Marta', channel: 'Printing', reason: 'Nothing prints', startedAt: 0 };
  const summary = summarise(subject, entries);
  const texts = [
    canonical({ form: 1, organisation: 'Fern Street Library', summary }),
    ...entries.map(({ seq, at, by, kind, session: _session, audience: _audience, clientId: _clientId, ...body }) =>
      canonical({ seq, at, by, kind, body }),
    ),
    ...extra.map((entry, place) => canonical({ seq: entries.length + place + 1, ...entry })),
  ];
  const items: ReceiptItem[] = chainOf(
    texts.map((text, seq) => ({ seq, text })),
    sha256,
  ).map(({ seq, hash }) => ({ seq, text: texts[seq] ?? null, hash: v.parse(ChainHash, hash) }));
  const hash = items.at(-1)?.hash ?? v.parse(ChainHash, '0'.repeat(64));
  const seal: ReceiptSeal = { state: 'intact', sealedAt: 0, entries: items.length - 1, hash };
  return { items, seal };
}
