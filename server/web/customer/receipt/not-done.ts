/** What was not done in a session, as its log shows. Pure. */
import type { ReadEntry, ReceiptSummary } from './read-receipt.ts';

/** Something that people fear, and that the log would tell of. */
export type NotDone = 'seen' | 'controlled' | 'recorded' | 'files' | 'commands' | 'clipboard' | 'installed';

/** Kinds of entries begin with the name of what they are about, so that later ones count without a change here. */
const kindsOf: Record<Exclude<NotDone, 'seen' | 'controlled'>, readonly string[]> = {
  recorded: ['record'],
  files: ['file'],
  commands: ['command', 'shell', 'script', 'launch'],
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
  const deeds = entries.filter(({ kind, body }) => !onlySaid.test(kind) && !withoutEffect.has(body['outcome']));
  const happened = (what: keyof typeof kindsOf) =>
    deeds.some(({ kind }) => kindsOf[what].some((beginning) => kind.startsWith(beginning)));
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

const order: readonly NotDone[] = ['seen', 'controlled', 'recorded', 'files', 'commands', 'clipboard', 'installed'];
