/** What the texts of a receipt say. They come from a store that somebody may have changed, so nothing in them is taken for granted. Pure. */
import * as v from 'valibot';
import { ReceiptEntry, ReceiptHead } from '../../../../shared/contract/receipt.ts';
import type { ReceiptItem } from '../../../../shared/contract/receipt.ts';
import { LogEntry, SummaryGrant } from '../../../../shared/contract/session-log.ts';

/** What the page needs of the summary; what a later program adds to it does no harm. */
const Summary = v.object({
  session: v.string(),
  customer: v.string(),
  reps: v.array(v.string()),
  channel: v.string(),
  reason: v.string(),
  startedAt: v.number(),
  endedAt: v.number(),
  grants: v.fallback(v.array(SummaryGrant), []),
  seenMs: v.number(),
  controlledMs: v.number(),
  facts: v.fallback(v.nullable(v.object({ computer: v.string() })), null),
});
export type ReceiptSummary = v.InferOutput<typeof Summary>;

/** An entry, and what it is in this program's own form, if this program knows such a one. */
export interface ReadEntry extends ReceiptEntry {
  readonly known: LogEntry | undefined;
}

/** One item of the chain as it can be shown. */
export interface ReadItem {
  readonly seq: number;
  /** `undefined` when it is gone, or is no entry at all. */
  readonly entry: ReadEntry | undefined;
}

export interface ReadReceipt {
  /** `undefined` when it cannot be read. */
  readonly head: { readonly organisation: string; readonly summary: ReceiptSummary } | undefined;
  readonly items: readonly ReadItem[];
}

/** The head is the item with number 0. */
export function readReceipt(items: readonly ReceiptItem[]): ReadReceipt {
  const head = v.safeParse(ReceiptHead, jsonOf(items.find(({ seq }) => seq === 0)?.text ?? null));
  const summary = v.safeParse(Summary, head.success ? head.output.summary : undefined);
  return {
    head:
      head.success && summary.success ? { organisation: head.output.organisation, summary: summary.output } : undefined,
    items: items.filter(({ seq }) => seq !== 0).map(({ seq, text }) => ({ seq, entry: readEntry(text) })),
  };
}

function readEntry(text: string | null): ReadEntry | undefined {
  const { success, output } = v.safeParse(ReceiptEntry, jsonOf(text));
  if (!success) return undefined;
  const { seq, at, by, kind, body } = output;
  const whole = { ...body, session: noSession, seq, at, by, kind, audience: 'all', clientId: null };
  const known = v.safeParse(LogEntry, whole);
  return { ...output, known: known.success ? known.output : undefined };
}

/** Entries of a receipt do not repeat whose they are; the form wants something in its place. */
const noSession = 'A'.repeat(22);

function jsonOf(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    // Changed by hand into what is no JSON: it shows as unreadable.
    return undefined;
  }
}
