import type { SessionId } from '../../../shared/contract/identifiers.ts';
import { press, seeText } from '../../e2e/support/browser.ts';
import { until } from '../../integration/customer-host-x11/x-display.ts';
import { newEntryId } from './talking.ts';
import { requestOf, type WorkDay } from './work-day.ts';

/** The customer asks, the rep clicks the notification: the session is open in the panel. */
export async function claimAndOpen(day: WorkDay): Promise<SessionId> {
  const { customer, rep, panel } = day;
  await customer.call('requests.ask', requestOf(day, 'Marta Kowalenko'));
  await until('the notification', async () => (await rep.desk.shown()) > 0, 15_000);
  await rep.desk.clickNotification();
  const { session } = await customer.event('requests.claimed', undefined, 15_000);
  await seeText(panel, /Remote control/);
  return session.id;
}

/** The rep asks for control, and the customer says Yes on the page. The desktop is asked next. */
export async function askForControl({ panel, customer }: WorkDay, session: SessionId): Promise<void> {
  await press(panel, 'Remote control');
  await press(panel, 'Ask Marta');
  await customer.event('log.appended', ({ entry }) => entry.kind === 'asked');
  await customer.call('consent.answer', { session, clientId: newEntryId(), answer: 'yes', minutes: null });
}
