/** What was not done in a session, as its log shows. Pure. */
import * as v from 'valibot';
import type { ReadEntry, ReceiptSummary } from './read-receipt.ts';

/** Something that people fear, and that the log would tell of. */
export type NotDone = 'seen' | 'controlled' | 'recorded' | 'files' | 'commands' | 'clipboard' | 'installed';

/** Kinds of entries begin with the name of what they are about, so that later ones count without a change here. */
const kindsOf: Record<Exclude<NotDone, 'seen' | 'controlled'>, readonly string[]> = {
  recorded: ['record'],
  files: ['file'],
  commands: ['command', 'shell', 'script', 'action', 'launch'],
  clipboard: ['clipboard'],
  installed: ['fetched', 'host-joined'],
};

/** A question and its refusal are no deed; nor is what found nothing to open. */
const onlySaid = /-(asked|unasked|declined|refused)$/;
const withoutEffect: ReadonlySet<unknown> = new Set(['refused', 'not-found']);

/** In the order in which they are told. */
export function notDone(
  entries: readonly Pick<ReadEntry, 'kind' | 'body'>[],
  { seenMs, controlledMs }: Pick<ReceiptSummary, 'seenMs' | 'controlledMs'>,
): NotDone[] {
  const deeds = entries
    .filter(({ kind, body }) => !onlySaid.test(kind) && !withoutEffect.has(body['outcome']))
    .flatMap(({ kind, body }) => (kind === 'tool-used' ? usesIn(body['use']) : [kind]));
  const happened = (what: keyof typeof kindsOf) =>
    deeds.some((deed) => kindsOf[what].some((beginning) => deed.startsWith(beginning)));
  const did: Record<NotDone, boolean> = {
    seen: seenMs > 0,
    controlled: controlledMs > 0,
    recorded: happened('recorded'),
    files: happened('files'),
    commands: happened('commands'),
    clipboard: happened('clipboard'),
    installed: happened('installed'),
  };
  return order.filter((what) => !did[what]);
}

const Use = v.object({ did: v.string(), isRecorded: v.optional(v.boolean(), false) });

/** What a tool did, under names that begin with what it is about. */
function usesIn(use: unknown): string[] {
  const { success, output } = v.safeParse(Use, use);
  if (!success) return [];
  return output.isRecorded ? [output.did, 'recorded'] : [output.did];
}

const order: readonly NotDone[] = ['seen', 'controlled', 'recorded', 'files', 'commands', 'clipboard', 'installed'];
