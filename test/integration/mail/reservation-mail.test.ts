import assert from 'node:assert/strict';
import { startMailBox } from '../../support/mail-box.ts';
import type { MailBox } from '../../support/mail-box.ts';
import { createRep, finishSetUp, openCustomerLink, repOnline } from '../../support/people.ts';
import type { Administrator, CustomerLink, RepLink } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { aReservationForm, day } from '../server-reservations/reservations-for-tests.ts';

const zone = 'Pacific/Auckland';

describe('A customer who reserves a call and gives an address', () => {
  let box: MailBox;
  let server: ServerProcess;
  let administrator: Administrator;
  let rep: RepLink;
  let customer: CustomerLink;

  before(async () => {
    box = await startMailBox();
    const settings = { SMTP_URL: `smtp://127.0.0.1:${box.port}`, SMTP_FROM: 'help@fern.example' };
    server = await startServerProcess({ settings });
    administrator = await finishSetUp(server);
    rep = await repOnline(server, await createRep(administrator));
    // Somebody is there, so that reservations are taken while they are Away.
    await rep.call('presence.set', { presence: 'away' });
    customer = await openCustomerLink(server);
  });
  after(async () => {
    rep.close();
    customer.close();
    await server.stop();
    await box.stop();
  });

  const form = async (some: Parameters<typeof aReservationForm>[1] = {}) => {
    const [channel] = (await customer.call('page.open', {})).channels;
    return aReservationForm(channel?.id ?? assert.fail('there is no channel'), { timeZone: zone, ...some });
  };
  /** A moment that the channel is open, in a few days, on the hour. */
  const wish = (days: number) => Math.ceil((Date.now() + days * day) / 3_600_000) * 3_600_000;
  const inWords = (at: number) => {
    const part = (format: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat('en-GB', { ...format, timeZone: zone }).format(at);
    const date = part({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
    return `When:   ${date}, ${part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })} (${zone})\n`;
  };
  const mail = (subject: string) => box.mail(({ headers }) => headers.includes(`Subject: ${subject}`));

  it('is written when it was made, changed and cancelled, with the time as their own clock shows it', async () => {
    await customer.call('reservations.leave', await form({ wishedAt: wish(2), message: 'Read me aloud' }));
    const made = await mail('You will be called: Fern Street Library');
    assert.deepEqual(made.to, ['sunil@example.com']);
    assert.ok(made.text.includes(inWords(wish(2))), made.text);
    assert.ok(made.text.includes(`\n${server.origin}/\n`), made.text);
    const { channel: _kept, ...change } = await form({ wishedAt: wish(3) });
    await customer.call('reservations.change', change);
    assert.ok((await mail('Your call has been changed')).text.includes(inWords(wish(3))));
    await customer.call('reservations.cancel', {});
    assert.match((await mail('You will not be called')).text, /Nobody will call/);
    // Anybody can type anybody's address: so nothing that was typed is sent there.
    for (const { headers, text } of box.mails) assert.doesNotMatch(headers + text, /Sunil|Scanner|Read me aloud|555/);
  });

  it('is answered at once while the mail server hangs or refuses, and the reservation holds', async () => {
    await customer.call('reservations.leave', await form({ email: 'nobody@example.com' }));
    await rep.event('reservations.changed', ({ reservation }) => reservation.email === 'nobody@example.com');
    await server.printed(/A mail did not go.*address/, 10_000);
    assert.equal((await customer.call('page.open', {})).reservation?.form.email, 'nobody@example.com');
    assert.ok(!server.output().includes('nobody@example.com'), 'no address in the log');
    await customer.call('reservations.cancel', {});
  });

  it('is written when nobody will call, because the channel was removed', async () => {
    const { channel } = await administrator.panel.call('channels.create', { name: 'Phones', description: '' });
    await customer.call('reservations.leave', aReservationForm(channel.id, { email: 'closed@example.com' }));
    await administrator.panel.call('channels.remove', { id: channel.id });
    const mails = () => box.mails.filter(({ to }) => to.includes('closed@example.com'));
    await box.mail(({ to, text }) => to.includes('closed@example.com') && /Nobody will call any more/.test(text));
    const { endings } = await customer.event('endings.changed', (event) => event.endings.length > 0);
    assert.deepEqual(
      endings.map((ending) => ending.what === 'reservation' && ending.why),
      ['closed'],
    );
    assert.equal(mails().length, 2, 'made, and closed');
  });

  it('is written in the organisation’s zone when their browser told none, or one that nobody knows', async () => {
    const told = { email: 'zone@example.com', wishedAt: wish(2), timeZone: 'Middle/Earth' };
    await customer.call('reservations.leave', await form(told));
    const { text } = await box.mail(({ to }) => to.includes('zone@example.com'));
    assert.match(text, /^When: {3}.* \((?!Middle)[A-Za-z/_]+\)$/m);
    await customer.call('reservations.cancel', {});
  });
});
