/** How long people wait for each other: the rep for a request, and both for what the other writes. */
import { ClientEntryId } from '../../../shared/contract/identifiers.ts';
import type { SessionId } from '../../../shared/contract/identifiers.ts';
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { until } from '../../integration/customer-host-x11/x-display.ts';
import { textOf } from '../../e2e/support/browser.ts';
import { watchNotifications } from './notification-watch.ts';
import { watchForText } from './text-watch.ts';
import { requestOf, type WorkDay } from './work-day.ts';

/** Milliseconds, one for each time it was done. */
export interface RequestTimes {
  readonly toNotification: number[];
  readonly toCard: number[];
}

/** Asks `times` times for help and takes each request back once the rep has seen it. */
export async function measureRequests(day: WorkDay, times: number, stopWorker: boolean): Promise<RequestTimes> {
  const { customer, panel, rep } = day;
  const result: RequestTimes = { toNotification: [], toCard: [] };
  const watch = await watchNotifications(rep.desk);
  try {
    for (let turn = 1; turn <= times; turn += 1) {
      const name = `Marta ${stopWorker ? 'Kowalenko' : 'Olsen'} ${turn}`;
      if (stopWorker) await rep.stopWorker();
      const card = await watchForText(panel, name);
      const notified = watch.next(15_000);
      const askedAt = now();
      await customer.call('requests.ask', requestOf(day, name));
      result.toNotification.push((await notified) - askedAt);
      result.toCard.push((await card.seen) - askedAt);
      await customer.call('requests.leave', {});
      await until('the card’s end', async () => !(await textOf(panel)).includes(name));
      await until('the notification’s end', async () => (await rep.desk.shown()) === 0, 15_000).catch(() => undefined);
    }
  } finally {
    watch.stop();
  }
  return result;
}

/** Milliseconds. */
export interface ChatTimes {
  readonly toAcknowledgement: number[];
  readonly toRep: number[];
  readonly toCustomer: number[];
}

/** The customer writes to the rep and back, `times` times, in a session that the panel shows. */
export async function measureChat(day: WorkDay, session: SessionId, times: number): Promise<ChatTimes> {
  const { customer, panel } = day;
  const result: ChatTimes = { toAcknowledgement: [], toRep: [], toCustomer: [] };
  for (let turn = 1; turn <= times; turn += 1) {
    const text = `The display says paper jam, number ${turn}.`;
    const bubble = await watchForText(panel, text);
    const sentAt = now();
    await customer.call('chat.send', { session, clientId: newEntryId(), text });
    result.toAcknowledgement.push(now() - sentAt);
    result.toRep.push((await bubble.seen) - sentAt);

    const answer = `Please open the front cover, number ${turn}.`;
    await panel.type('.rh-composer textarea', answer);
    const pressedAt = now();
    const arrived = customer
      .event('log.appended', ({ entry }) => entry.kind === 'chat' && entry.text === answer)
      .then(now);
    await panel.keyboard.press('Enter');
    result.toCustomer.push((await arrived) - pressedAt);
  }
  return result;
}

/** A new id, as a client makes one for each of its entries. */
export function newEntryId(): ClientEntryId {
  return v.parse(ClientEntryId, randomBytes(16).toString('base64url'));
}

function now(): number {
  return performance.timeOrigin + performance.now();
}
