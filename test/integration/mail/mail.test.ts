import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { EXTENSION_ORIGIN } from '../../../shared/contract/extension-id.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { namespaces } from '../../../shared/contract/link-door.ts';
import type { MailSetting } from '../../../shared/contract/mail.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract/protocol-version.ts';
import { repContract } from '../../../shared/contract/rep-contract.ts';
import { openContractLink } from '../../support/contract-link.ts';
import { post } from '../../support/http-client.ts';
import { startMailBox } from '../../support/mail-box.ts';
import type { MailBox } from '../../support/mail-box.ts';
import { createRep, finishSetUp, repOnline, signInRep } from '../../support/people.ts';
import type { Administrator, Rep, RepLink } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { refuses } from '../server-sessions/sessions-for-tests.ts';

const signIn = { user: 'help', password: 'Geheim & sicher' };

describe('Mail', () => {
  let box: MailBox;
  let server: ServerProcess;
  let administrator: Administrator;
  let ana: Rep;
  let rep: RepLink;

  const setting = (more: Partial<MailSetting> = {}): MailSetting => ({
    host: '127.0.0.1',
    port: box.port,
    security: 'plain',
    ...signIn,
    from: 'help@fern.example',
    ...more,
  });
  const startSession = async () => (await rep.call('sessions.start', { customer: 'Marta' })).session;

  before(async () => {
    box = await startMailBox(signIn);
    const port = await freePort();
    const settings = { PUBLIC_URL: 'https://help.fern.example' };
    // People reach it by its public address, which is no machine of the test's: the test reaches it as a proxy would.
    server = { ...(await startServerProcess({ port, settings })), origin: `http://localhost:${port}` };
    administrator = await finishSetUp(server);
    ana = await createRep(administrator, { displayName: 'Ana Petrescu' });
    rep = await repOnline(server, ana);
  });
  after(async () => {
    rep.close();
    await server.stop();
    await box.stop();
  });

  it('is shown to the rep to be copied while none is set up', async () => {
    const { id, code } = await startSession();
    const guide = await rep.call('codes.sendGuide', { session: id, to: 'marta@example.com' });
    assert.equal(guide.sent, false);
    assert.ok(guide.text.includes(`${code?.code.slice(0, 3)} ${code?.code.slice(3)}`));
    assert.match(guide.text, /\nhttps:\/\/help\.fern\.example\/connect#c-[a-z2-7]{26}\n/);
    await refuses(administrator.panel.call('mail.test', { to: 'maria@example.com' }), 'mail-not-set-up');
  });

  it('is set up in the web panel, tried from there, and its password is never shown or stored as it is', async () => {
    const { mail } = await administrator.panel.call('mail.update', setting());
    assert.deepEqual(mail, {
      by: 'panel',
      host: '127.0.0.1',
      port: box.port,
      security: 'plain',
      user: 'help',
      hasPassword: true,
      from: 'help@fern.example',
    });
    await administrator.panel.call('mail.test', { to: 'maria@example.com' });
    const test = await box.mail(({ to }) => to.includes('maria@example.com'));
    assert.match(test.headers, /^From: Fern Street Library <help@fern\.example>$/m);
    assert.deepEqual(box.signIns.at(-1), signIn);
    await administrator.panel.call('mail.update', setting({ password: null, from: 'desk@fern.example' }));
    await administrator.panel.call('mail.test', { to: 'again@example.com' });
    assert.equal((await box.mail(({ to }) => to.includes('again@example.com'))).from, 'desk@fern.example');
    const whole = JSON.stringify(await administrator.panel.call('mail.get', {})) + server.output();
    assert.ok(!whole.includes(signIn.password));
  });

  it('forgets the password when another server or user is named without one', async () => {
    const { mail } = await administrator.panel.call('mail.update', setting({ user: 'other', password: null }));
    assert.equal(mail.hasPassword, false);
    await administrator.panel.call('mail.update', setting());
  });

  it('never sends a password unencrypted to another machine', async () => {
    await refuses(administrator.panel.call('mail.update', setting({ host: 'mail.fern.example' })), 'invalid');
  });

  it('brings a customer the way in, with links to the address that was set up, whatever a request says of itself [H-14]', async () => {
    const { token } = await signInRep(server, ana);
    const lying = await openContractLink(repContract, {
      origin: server.origin,
      namespace: namespaces.rep,
      door: { protocol: PROTOCOL_VERSION, token },
      headers: {
        Origin: EXTENSION_ORIGIN,
        Host: 'evil.example',
        'X-Forwarded-Host': 'evil.example',
        'X-Forwarded-For': '203.0.113.9',
      },
    });
    const { session } = await lying.call('sessions.start', { customer: 'Marta' });
    const sent = await lying.call('codes.sendGuide', { session: session.id, to: 'marta@example.com' });
    lying.close();
    assert.equal(sent.sent, true);
    const mail = await box.mail(({ to }) => to.includes('marta@example.com'));
    assert.match(mail.headers, /^Subject: Ana Petrescu of Fern Street Library waits for you$/m);
    assert.match(mail.text, /https:\/\/help\.fern\.example\/connect/);
    assert.ok(mail.text.includes(`${session.code?.code.slice(0, 3)} ${session.code?.code.slice(3)}`));
    assert.ok(!`${mail.headers}${mail.text}`.includes('evil'));
  });

  it('takes no address that brings a header of its own, and then sends nothing [H-15]', async () => {
    const { id } = await startSession();
    const before = box.mails.length;
    for (const to of [
      'a@b\r\nBcc:x',
      'a@b\nBcc: x@y',
      'a@b,x@y',
      'a@b\0',
      '"a\r\n"@b',
      'a@b>\r\nRCPT TO:<x@y>',
      'a@b c@d',
    ]) {
      const error = await rep.call('codes.sendGuide', { session: id, to }).then(
        () => assert.fail(`${JSON.stringify(to)} was taken`),
        (refused: unknown) => refused,
      );
      assert.ok(error instanceof AppError && error.code === 'invalid' && error.status === 400);
    }
    const { browser } = administrator;
    const overHttp = await post(server, '/api/admin/mail.test', { to: 'a@b\r\nBcc:x' }, { browser });
    assert.equal(overHttp.status, 400);
    const from = await post(server, '/api/admin/mail.update', setting({ from: 'a@b\r\nBcc:x' }), { browser });
    assert.equal(from.status, 400);
    assert.equal(box.mails.length, before);
  });

  it('says what to do when the mail server does not know the address, or does not answer', async () => {
    const { id } = await startSession();
    const wrong = await rep.call('codes.sendGuide', { session: id, to: 'nobody@example.com' }).catch((e: unknown) => e);
    assert.ok(wrong instanceof AppError && wrong.code === 'mail-failed', String(wrong));
    assert.match(wrong.message, /does not know this address/);
    await administrator.panel.call('mail.update', setting({ port: 1 }));
    const away = await rep.call('codes.sendGuide', { session: id, to: 'marta@example.com' }).catch((e: unknown) => e);
    assert.ok(away instanceof AppError && away.code === 'mail-failed', String(away));
    assert.match(away.message, /does not answer/);
    await administrator.panel.call('mail.update', setting());
  });

  it('is bounded for each rep', async () => {
    const { id } = await startSession();
    const sends = Array.from({ length: 22 }, (_, index) =>
      rep.call('codes.sendGuide', { session: id, to: `many-${index}@example.com` }),
    );
    const refused = (await Promise.allSettled(sends)).filter(({ status }) => status === 'rejected');
    assert.ok(refused.length > 0);
    const arrived = box.mails.filter(({ to }) => to[0]?.startsWith('many-'));
    assert.equal(arrived.length, 22 - refused.length);
  });
});

describe('Mail that the environment sets up', () => {
  it('is not changed from the web panel', async () => {
    const box = await startMailBox(signIn);
    const credentials = `${signIn.user}:${encodeURIComponent(signIn.password)}`;
    const server = await startServerProcess({
      settings: { SMTP_URL: `smtp://${credentials}@127.0.0.1:${box.port}`, SMTP_FROM: 'env@fern.example' },
    });
    const { panel } = await finishSetUp(server);
    const { mail } = await panel.call('mail.get', {});
    assert.deepEqual([mail.by, mail.port, mail.hasPassword], ['environment', box.port, true]);
    await panel.call('mail.test', { to: 'maria@example.com' });
    assert.equal((await box.mail()).from, 'env@fern.example');
    await refuses(panel.call('mail.remove', {}), 'not-allowed');
    await server.stop();
    await box.stop();
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
