import { spreadOf } from './figures/spread.ts';
import { inMs, printHeading, printTable } from './figures/table.ts';
import { claimAndOpen } from './story/claim.ts';
import { measureChat, measureRequests } from './story/talking.ts';
import { startWorkDay } from './story/work-day.ts';

/** Request → notification and card, and chat, both ways. */
export async function reportTalking(isQuick: boolean): Promise<void> {
  const times = isQuick ? 4 : 15;
  const day = await startWorkDay({ withHost: false });
  const row = (name: string, values: readonly number[], target = '') => {
    const { median, p95, count } = spreadOf(values);
    return [name, inMs(median), inMs(p95), String(count), target];
  };
  try {
    const awake = await measureRequests(day, times, false);
    const stopped = await measureRequests(day, times, true);
    printHeading('Request → the rep sees it');
    printTable(
      ['', 'median', 'p95', 'times', 'target'],
      [
        row('notification on the rep’s desktop', awake.toNotification, 'median ≤ 150 ms'),
        row('card painted in the panel', awake.toCard),
        row('notification, the browser having stopped the worker', stopped.toNotification, 'median ≤ 150 ms'),
        row('card, the browser having stopped the worker', stopped.toCard),
      ],
    );
    const session = await claimAndOpen(day);
    const chat = await measureChat(day, session, isQuick ? 5 : 30);
    printHeading('Chat message');
    printTable(
      ['', 'median', 'p95', 'times', 'target'],
      [
        row('customer → stored and acknowledged', chat.toAcknowledgement),
        row('customer → painted in the panel', chat.toRep, 'p99 ≤ 100 ms under load'),
        row('rep presses Enter → at the customer’s link', chat.toCustomer, 'p99 ≤ 100 ms under load'),
      ],
    );
  } finally {
    await day.stop();
  }
}
