/** A customer without a browser: the page's own model, on a real link. */
import { effect } from '@preact/signals';
import type { SessionId, Token } from '../../../shared/contract/identifiers.ts';
import { createCustomerModel } from '../../../server/web/customer/customer-model.ts';
import { until } from '../customer-host-x11/x-display.ts';
import { createMessageBook } from './written-messages.ts';
import { watchShownLog } from './seen-log.ts';
import type { LinkWatch } from './link-watch.ts';
import { lastSeq } from '../../../shared/contract/grow-log.ts';
import type { Seen, Written } from './fleet-words.ts';

export interface CustomerSeat {
  readonly session: SessionId;
  readonly browserKey: Token;
  readonly written: readonly Written[];
  readonly seen: readonly Seen[];
  readonly blemishes: readonly string[];
  write(): void;
  /** What is not acknowledged, with the reason where it never will be. */
  unsent(): readonly { readonly text: string; readonly failure?: string }[];
  lastSeq(): number;
}

/** Comes in by a code. */
export async function seatCustomer(
  origin: string,
  { name, code, watch, onAcknowledged }: { name: string; code: string; watch: LinkWatch; onAcknowledged: () => void },
): Promise<CustomerSeat> {
  const book = createMessageBook('customer', { Origin: origin }, onAcknowledged);
  let browserKey: Token | undefined;
  const model = createCustomerModel({
    origin,
    browserKey: { read: () => browserKey ?? null, keep: (key) => (browserKey = key) },
    openSocket: book.openSocket,
  });
  watch('customer', model.link);
  await until('the page to be told its state', () => model.organisation.value !== undefined, 20_000);
  const { session } = await model.server.call('codes.enter', { name, code });
  model.enter({ at: 'session', session, place: null });
  if (browserKey === undefined) throw new Error('This browser was given no key');

  const log = watchShownLog(`customer of ${session.id}`);
  effect(() => log.look(model.entries.value, model.unsent.value));
  const written = book.of(session.id);
  return {
    session: session.id,
    browserKey,
    written: written.all,
    get seen() {
      return log.lines;
    },
    blemishes: log.blemishes,
    write() {
      const text = `c${written.all.length}`;
      written.write(text);
      model.write(text);
    },
    unsent: () => model.unsent.value,
    lastSeq: () => lastSeq(model.entries.value),
  };
}
