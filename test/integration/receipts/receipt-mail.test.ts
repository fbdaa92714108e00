/** A receipt by mail: to the customer's own address, with the link and the fingerprint, and seldom. */
import assert from 'node:assert/strict';
import { fingerprintOf, inGroups, readReceiptFragment } from '../../../shared/contract/receipt.ts';
import { startMailBox } from '../../support/mail-box.ts';
import type { MailBox } from '../../support/mail-box.ts';
import { createRep, finishSetUp, openCustomerLink, repOnline } from '../../support/people.ts';
import type { CustomerLink, RepLink } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { aForm, refuses } from '../server-sessions/sessions-for-tests.ts';

describe('A receipt by mail', () => {
  let box: MailBox;
  let server: ServerProcess;
  let rep: RepLink;
  let customer: CustomerLink;

  before(async () => {
    box = await startMailBox();
    const settings = { SMTP_URL: `smtp://127.0.0.1:${box.port}`, SMTP_FROM: 'help@fern.example' };
    server = await startServerProcess({ settings });
    rep = await repOnline(server, await createRep(await finishSetUp(server), { displayName: 'Ana' }));
    customer = await openCustomerLink(server);
  });
  after(async () => {
    rep.close();
    customer.close();
    await server.stop();
    await box.stop();
  });

  it('brings the link, which opens in another browser, and the fingerprint that it shows; three times and no more [B-05]', async () => {
    await customer.call('requests.ask', { ...(await aForm(customer, 'Marta')), email: 'marta@example.com' });
    const { request } = await rep.event('requests.waiting', ({ request: waiting }) => waiting.name === 'Marta');
    const { session } = await rep.call('requests.claim', { request: request.id });
    await refuses(customer.call('receipts.own', { session: session.id }), 'not-found');
    await customer.call('sessions.end', { session: session.id, feelsWrong: false });
    const own = await customer.call('receipts.own', { session: session.id });
    assert.equal(own.mailTo, 'marta@example.com');

    await customer.call('receipts.mail', { session: session.id });
    const mail = await box.mail(({ headers }) => headers.includes('Subject: Receipt of your support session'));
    assert.deepEqual(mail.to, ['marta@example.com']);
    const address = /http\S+\/receipt#\S+/.exec(mail.text)?.[0] ?? assert.fail(mail.text);
    assert.ok(address.startsWith(`${server.origin}/receipt#`));
    const link = readReceiptFragment(new URL(address).hash) ?? assert.fail(address);
    assert.ok(mail.text.includes(inGroups(link.fingerprint)), mail.text);

    const elsewhere = await openCustomerLink(server);
    const { seal } = await elsewhere.call('receipts.open', { token: link.token });
    assert.equal(fingerprintOf(seal.hash), link.fingerprint);
    // Whoever has the link reads; only the session's own browser can have it mailed.
    await refuses(elsewhere.call('receipts.mail', { session: session.id }), 'not-found');
    elsewhere.close();

    await customer.call('receipts.mail', { session: session.id });
    await customer.call('receipts.mail', { session: session.id });
    await refuses(customer.call('receipts.mail', { session: session.id }), 'too-many-tries');
    assert.equal((await customer.call('receipts.own', { session: session.id })).mailTo, null);
    assert.ok(!server.output().includes(link.token), 'no secret in the log');
  });
});
