/** What people call themselves, wherever a name can be written: the operator reads one line for each fact, and nobody adds one. */
import assert from 'node:assert/strict';
import { startMailBox } from '../../support/mail-box.ts';
import type { MailBox } from '../../support/mail-box.ts';
import { createRep, finishSetUp, openCustomerLink, repOnline } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { aReservationForm } from '../server-reservations/reservations-for-tests.ts';
import { aForm, refuses } from '../server-sessions/sessions-for-tests.ts';

const forged = '2026-11-29T00:00:00.000Z info  admin login ok';
/** Line ends that no name may have, and those that pass for letters. */
const refused = ['\r\n', '\n', '\r', '\0'].map((end) => `Eve${end}${forged}`);
const taken = ['\u2028', '\u2029', '\u0085', '\u202e'].map((end) => `Eve${end}${forged}`);

describe('A name that would be a line of the log', () => {
  let box: MailBox;
  let server: ServerProcess;

  before(async () => {
    box = await startMailBox();
    const settings = {
      SMTP_URL: `smtp://127.0.0.1:${box.port}`,
      SMTP_FROM: 'help@fern.example',
      LOG_LEVEL: 'debug',
    };
    server = await startServerProcess({ settings });
  });
  after(async () => {
    await server.stop();
    await box.stop();
  });

  it('is none in queue, offers, sessions, reservations, invitations and mail [H-22]', async () => {
    const administrator = await finishSetUp(server);
    const plain = await createRep(administrator, { displayName: 'Ana' });
    for (const displayName of refused) await refuses(createRep(administrator, { displayName }), 'invalid');
    for (const name of taken) {
      const { account } = await createRep(administrator, { displayName: name });
      assert.equal(account.displayName, name);
    }
    const rep = await repOnline(server, plain);
    for (const name of refused) {
      const customer = await openCustomerLink(server);
      const form = await aForm(customer, name);
      await refuses(customer.call('requests.ask', form), 'invalid');
      await refuses(customer.call('reservations.leave', aReservationForm(form.channel, { name })), 'invalid');
      await refuses(customer.call('invitations.make', { name, message: '', to: [], desks: [] }), 'invalid');
      customer.close();
    }
    for (const name of taken) {
      // Offered, taken and ended.
      const customer = await openCustomerLink(server);
      await customer.call('requests.ask', { ...(await aForm(customer, name)), reason: name, message: name });
      const { request } = await rep.event('offers.made', (event) => event.request.name === name);
      const { session } = await rep.call('requests.claim', { request: request.id });
      await rep.call('sessions.end', { session: session.id });
      // A mail that fails, which is what is logged of a reservation.
      await rep.call('presence.set', { presence: 'away' });
      const { channel } = await aForm(customer, name);
      const to = `nobody@${name.length}.example`;
      await customer.call('reservations.leave', aReservationForm(channel, { name, email: to, reason: name }));
      await customer.call('reservations.cancel', {});
      await rep.call('presence.set', { presence: 'online' });
      await customer
        .call('invitations.make', { name, message: '', to: ['marta@fern.example', to], desks: [] })
        .catch(() => {
          // Mail to strangers is refused; what matters is what the log says of it.
        });
      customer.close();
    }
    await server.printed(/A mail did not go/, 15_000);
    rep.close();

    const lines = server.output().split(/[\n\r\u0085\u2028\u2029]/);
    assert.deepEqual(
      lines.filter((line) => line.startsWith('2026') && line.includes('admin login ok')),
      [],
    );
    assert.ok(
      !/[\u0085\u2028\u2029\u202a-\u202e]/.test(server.output()),
      'no character that only looks like no line end',
    );
    for (const { headers } of box.mails) assert.doesNotMatch(headers, /^2026/m);
  });
});
