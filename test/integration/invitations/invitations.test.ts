import assert from 'node:assert/strict';
import type { InvitationForm } from '../../../shared/contract/invitation.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { startMailBox } from '../../support/mail-box.ts';
import type { MailBox } from '../../support/mail-box.ts';
import { createRep, finishSetUp, openCustomerLink, repOnline } from '../../support/people.ts';
import type { Administrator, CustomerLink, RepLink } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { aForm, refuses } from '../server-sessions/sessions-for-tests.ts';

const nobody: Omit<InvitationForm, 'name'> = { message: '', to: [], desks: [] };

describe('An invitation', () => {
  let box: MailBox;
  let server: ServerProcess;
  let administrator: Administrator;
  let ana: RepLink;
  let ben: RepLink;
  let marta: CustomerLink;

  before(async () => {
    box = await startMailBox();
    server = await startServerProcess({
      settings: { SMTP_URL: `smtp://127.0.0.1:${box.port}`, SMTP_FROM: 'help@fern.example' },
    });
    administrator = await finishSetUp(server);
    ana = await repOnline(server, await createRep(administrator, { displayName: 'Ana' }));
    ben = await repOnline(server, await createRep(administrator, { displayName: 'Ben' }));
  });
  beforeEach(async () => {
    marta = await openCustomerLink(server);
  });
  afterEach(async () => {
    await marta.call('invitations.close', {});
    marta.close();
  });
  after(async () => {
    ana.close();
    ben.close();
    await server.stop();
    await box.stop();
  });

  const invite = async (more: Partial<InvitationForm> = {}) =>
    (await marta.call('invitations.make', { name: 'Marta', ...nobody, ...more })).invitation;
  const wordsOf = (error: unknown) => (error instanceof AppError ? `${error.code}: ${error.message}` : String(error));

  it('lets one of many in who open it at once, and tells the others who helps [S4-17] [S4-18]', async () => {
    const { link, code } = await invite();
    const opened = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 === 0 ? ana : ben).call('invitations.open', { secret: index % 3 === 0 ? code : link }),
      ),
    );
    const won = opened.filter(({ status }) => status === 'fulfilled');
    assert.equal(won.length, 1);
    for (const each of opened) {
      if (each.status === 'rejected') assert.match(wordsOf(each.reason), /^already-taken: (Ana|Ben) is helping Marta/);
    }
    await marta.event('requests.claimed');
  });

  it('lets somebody else in after the first helper has left, and nobody after the customer has ended it [S4-19]', async () => {
    const { link } = await invite();
    const first = await ana.call('invitations.open', { secret: link });
    await refuses(ben.call('invitations.open', { secret: link }), 'already-taken');
    await ana.call('sessions.end', { session: first.session.id });
    const again = await marta.event('invitations.changed', ({ invitation }) => invitation?.leftBy === 'Ana');
    assert.equal(again.invitation?.link, link);
    const second = await ben.call('invitations.open', { secret: link });
    assert.notEqual(second.session.id, first.session.id);
    await marta.call('sessions.end', { session: second.session.id, feelsWrong: false });
    await refuses(ana.call('invitations.open', { secret: link }), 'not-found');
    assert.equal((await marta.call('invitations.mine', {})).invitation, null);
  });

  it('is the only thing that a customer waits with [S4-16]', async () => {
    await invite();
    await refuses(invite(), 'already-waiting');
    await refuses(marta.call('requests.ask', await aForm(marta, 'Marta')), 'already-waiting');
    await marta.call('invitations.close', {});
    await marta.call('requests.ask', await aForm(marta, 'Marta'));
    await refuses(invite(), 'already-waiting');
    await marta.call('requests.leave', {});
  });

  it('never stands beside a request of the same browser, though both are made at once [S4-16]', async () => {
    for (let round = 0; round < 10; round += 1) {
      const other = await openCustomerLink(server, marta.browserKey() ?? null);
      const form = await aForm(marta, 'Marta');
      await Promise.allSettled([invite(), other.call('requests.ask', form)]);
      const { invitation } = await marta.call('invitations.mine', {});
      const { state } = await marta.call('page.open', {});
      assert.ok(invitation === null || state.at !== 'waiting', 'both stand');
      await marta.call('invitations.close', {});
      await marta.call('requests.leave', {});
      other.close();
    }
  });

  it('goes to each of several recipients by a mail of their own, and never to strangers [S4-17]', async () => {
    const { recipients, link, code } = await invite({ to: ['pat@fern.example', 'kim@fern.example'] });
    assert.deepEqual(recipients, [
      { to: 'pat@fern.example', sent: true },
      { to: 'kim@fern.example', sent: true },
    ]);
    for (const { to } of recipients) {
      const mail = await box.mail((each) => each.to.includes(to));
      assert.deepEqual(mail.to, [to]);
      assert.ok(mail.text.includes(link) && mail.text.includes(`${code.slice(0, 5)}-${code.slice(5)}`));
    }
    await marta.call('invitations.close', {});
    const before = box.mails.length;
    await refuses(invite({ to: ['victim@elsewhere.example'] }), 'not-allowed');
    assert.equal(box.mails.length, before);
    assert.equal((await marta.call('invitations.mine', {})).invitation, null);
  });

  it('sent to the help desk of a channel is there for every rep of the channel, and for no other [S4-05]', async () => {
    const [channel] = (await administrator.panel.call('channels.list', {})).channels;
    assert.ok(channel);
    const outside = await repOnline(server, await createRep(administrator, { displayName: 'Olu', channels: [] }));
    const desks = [{ channel: channel.id, address: 'desk@partner.example' }];
    await administrator.panel.call('helpDesks.update', { desks, domains: null });
    assert.deepEqual((await marta.call('invitations.mine', {})).desks[0]?.name, channel.name);
    const { id } = await invite({ desks: [channel.id], message: 'The printer is on fire' });
    await box.mail(({ to, text }) => to.includes('desk@partner.example') && text.includes('The printer is on fire'));
    for (const rep of [ana, ben]) await rep.event('invitations.changed', ({ invitation }) => invitation.id === id);
    assert.deepEqual((await outside.call('invitations.list', {})).invitations, []);
    await refuses(outside.call('invitations.take', { invitation: id }), 'not-found');
    const { session } = await ben.call('invitations.take', { invitation: id });
    assert.equal(session.reason, 'The printer is on fire');
    await ana.event('invitations.changed', ({ invitation }) => invitation.id === id && invitation.helper === 'Ben');
    await refuses(ana.call('invitations.take', { invitation: id }), 'already-taken');
    await ben.call('sessions.end', { session: session.id });
    outside.close();
  });

  it('connects nobody while the customer’s page is closed', async () => {
    const { link } = await invite();
    const key = marta.browserKey() ?? null;
    marta.close();
    await marta.closed;
    const closed = await ana.call('invitations.open', { secret: link }).catch((error: unknown) => error);
    assert.match(wordsOf(closed), /^nobody-there: Marta’s page is closed/);
    marta = await openCustomerLink(server, key);
    const { session } = await ana.call('invitations.open', { secret: link });
    await marta.call('sessions.end', { session: session.id, feelsWrong: false });
  });

  it('is not found by trying codes out', async () => {
    const trying = await repOnline(server, await createRep(administrator, { displayName: 'Eve' }));
    const tries = await Promise.allSettled(
      Array.from({ length: 25 }, (_, index) =>
        trying.call('invitations.open', { secret: `aaaaaaaa${'abcdefghijklmnopqrstuvwxy'.charAt(index)}a` }),
      ),
    );
    const codes = tries.map((each) => (each.status === 'rejected' ? wordsOf(each.reason).split(':')[0] : 'opened'));
    assert.deepEqual(new Set(codes), new Set(['not-found', 'too-many-tries']));
    await refuses(trying.call('invitations.open', { secret: 'not a code' }), 'invalid');
    trying.close();
  });
});
