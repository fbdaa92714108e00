/** A share of the fleet as a process of its own: it does what its parent says and tells what came of it. */
import { AppError } from '../../../shared/contract/errors.ts';
import { until } from '../customer-host-x11/x-display.ts';
import { seatCustomer } from './customer-seat.ts';
import type { CustomerSeat } from './customer-seat.ts';
import type { FleetNews, FleetOrder, Pace, RepOfFleet, SessionHistory } from './fleet-words.ts';
import { createLinkBreaks } from './link-watch.ts';
import { seatRep } from './rep-seat.ts';
import type { RepSeat } from './rep-seat.ts';

const TICK_MS = 20;
const TELL_EVERY_MS = 100;
/** Nobody goes on writing for long when nothing is marked as sent; and a slow machine gets no more work than it can do. */
const MOST_UNSENT = 10;
const SETTLED_WITHIN_MS = 120_000;

const tables: { readonly rep: RepSeat; readonly customer: CustomerSeat; due: Pace }[] = [];
const breaks = createLinkBreaks();
let acknowledged = 0;
let told = 0;
let ticking: NodeJS.Timeout | undefined;

process.on('message', (order: FleetOrder) => {
  carryOut(order).catch(fail);
});
process.on('disconnect', () => process.exit(0));
setInterval(() => {
  if (told !== acknowledged) tell({ type: 'acknowledged', count: (told = acknowledged) });
  if (!breaks.allOpen()) return;
  const over = breaks.take();
  if (over.length > 0) tell({ type: 'back', links: over });
}, TELL_EVERY_MS);

function tell(news: FleetNews): void {
  process.send?.(news);
}

function fail(error: unknown): void {
  tell({ type: 'failed', text: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}

async function carryOut(order: FleetOrder): Promise<void> {
  switch (order.type) {
    case 'open':
      for (const rep of order.reps) await openTables(order.origin, rep);
      return tell({ type: 'opened' });
    case 'write':
      return write(order.pace);
    case 'hush':
      return clearInterval(ticking);
    case 'settle':
      await until(
        'all to be settled',
        () => tables.every((table) => unsettled(table).length === 0),
        SETTLED_WITHIN_MS,
      ).catch((cause: unknown) => {
        throw new Error(`Not settled: ${tables.flatMap(unsettled).slice(0, 5).join(' · ')}`, { cause });
      });
      return tell({ type: 'settled', histories: tables.map(history) });
    default:
      order satisfies never;
  }
}

async function openTables(origin: string, ofFleet: RepOfFleet): Promise<void> {
  const { watch } = breaks;
  const onAcknowledged = () => (acknowledged += 1);
  // What a link cannot do just now it does later; anything else is a bug that the test must see.
  const onFault = (error: unknown) => (error instanceof AppError ? undefined : fail(error));
  const rep = await seatRep(origin, ofFleet, { watch, onAcknowledged, onFault });
  for (let seated = 0; seated < ofFleet.customers; seated += 1) {
    const name = `Customer ${seated + 1} of ${ofFleet.userId}`;
    const { code } = await rep.start(name);
    const customer = await seatCustomer(origin, { name, code, watch, onAcknowledged });
    tables.push({ rep, customer, due: { customer: 0, rep: 0 } });
  }
}

/** By the clock and not by the tick, so that a busy moment changes nothing about how much is written. */
function write(pace: Pace): void {
  let last = Date.now();
  clearInterval(ticking);
  // Not all in the same moment: each table begins somewhere within its first message's time.
  for (const [index, table] of tables.entries()) {
    const share = index / tables.length;
    table.due = { customer: share, rep: (share + 0.5) % 1 };
  }
  ticking = setInterval(() => {
    const seconds = (Date.now() - last) / 1000;
    last += seconds * 1000;
    for (const { rep, customer, due } of tables) {
      for (due.customer += pace.customer * seconds; due.customer >= 1; due.customer -= 1) {
        if (customer.unsent().length < MOST_UNSENT) customer.write();
      }
      for (due.rep += pace.rep * seconds; due.rep >= 1; due.rep -= 1) {
        if (rep.unsentIn(customer.session).length < MOST_UNSENT) rep.write(customer.session);
      }
    }
  }, TICK_MS);
}

/** What is still open at a table, in words; nothing when all is sent and everybody has seen everything. */
function unsettled({ rep, customer }: (typeof tables)[number]): string[] {
  const written = [...customer.written, ...rep.writtenIn(customer.session)];
  const last = Math.max(0, ...written.map((message) => message.acknowledged?.seq ?? 0), customer.lastSeq());
  const unsent = [...customer.unsent(), ...rep.unsentIn(customer.session)];
  return [
    ...unsent.map(({ text, failure }) => `${text} is unsent: ${failure ?? 'on its way'}`),
    ...(customer.lastSeq() < last ? [`the customer has ${customer.lastSeq()} of ${last}`] : []),
    ...(rep.lastSeqOf(customer.session) < last ? [`the rep has ${rep.lastSeqOf(customer.session)} of ${last}`] : []),
  ];
}

function history({ rep, customer }: (typeof tables)[number]): SessionHistory {
  const ofRep = rep.seenOf(customer.session);
  return {
    session: customer.session,
    browserKey: customer.browserKey,
    written: [...customer.written, ...rep.writtenIn(customer.session)],
    seenByCustomer: customer.seen,
    seenByRep: ofRep.lines,
    blemishes: [...customer.blemishes, ...ofRep.blemishes],
  };
}
