import assert from 'node:assert/strict';
import { extensionClient } from '../../support/http-client.ts';
import { openRepLink, signInRep } from '../../support/people.ts';
import { runServerCommand, startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { until } from '../customer-host-x11/x-display.ts';
import { openSignalling, signallingUrl } from '../signalling/signalling-links.ts';
import { openOffice, startSessionOnDesktop } from './session-on-desktop.ts';
import type { Office, SessionOnDesktop } from './session-on-desktop.ts';

describe('a rep who signs out while linked to the customer’s computer', function () {
  this.timeout(120_000);
  let office: Office;
  let desktop: SessionOnDesktop;

  before(async () => {
    office = await openOffice();
  });
  after(() => office.close());
  beforeEach(async () => {
    desktop = await startSessionOnDesktop(office);
  });
  afterEach(() => desktop.end());

  it('is cut off by the host itself, keys let go, and only who is still signed in comes back', async () => {
    const viewer = await desktop.controlling();
    await viewer.input({ type: 'key', code: 'ShiftLeft', key: 'Shift', down: true });
    await until('Shift to be down', () => desktop.injected.keysDown() === 1);
    const { token } = await signInRep(office.server, office.account);
    await extensionClient(office.server).call('rep.signOut', { token });
    await viewer.hears('closed');
    await until('Shift to be up', () => desktop.injected.keysDown() === 0);
    await desktop.logged('screen-hidden');
    assert.ok(desktop.host.isRunning());
    const again = await desktop.viewer();
    await again.hears('open');
  });
});

describe('a rep who is switched off in the middle of a session', () => {
  it('loses link, tickets and picture at once, keys let go, and the customer is told and left alone [H-9]', async function () {
    this.timeout(120_000);
    const office = await openOffice();
    const desktop = await startSessionOnDesktop(office);
    try {
      const viewer = await desktop.controlling();
      await viewer.input({ type: 'key', code: 'ShiftLeft', key: 'Shift', down: true });
      await until('Shift to be down', () => desktop.injected.keysDown() === 1);
      const unused = await office.ana.call('link.open', { session: desktop.session });
      const { token } = await signInRep(office.server, office.account);
      const { id } = office.account.account;
      const ending = [office.ana.closed, viewer.hears('closed')];
      await office.administrator.panel.call('accounts.setDisabled', { id, disabled: true });
      await Promise.all(ending);
      await desktop.atDesk.closeEndNotice();
      assert.equal(await desktop.host.ended(), 0);
      // Neither a ticket nor a sign-in from before opens anything.
      const { peer, ticket } = unused;
      const opening = await openSignalling(signallingUrl(office.server, { id: peer, token: ticket }));
      assert.equal('status' in opening ? opening.status : 'let in', 401);
      await assert.rejects(openRepLink(office.server, token));
      await until('Shift to be up', () => desktop.injected.keysDown() === 0);
      const { summary } = await desktop.customer.event('sessions.ended');
      assert.equal(summary.endReason, 'rep-stopped');
    } finally {
      await desktop.end('serverIsGone');
      await office.close();
    }
  });
});

describe('a rep whose sign-ins are ended while the host cannot hear of it', () => {
  it('is cut off as soon as the host is back, keys let go', async function () {
    this.timeout(120_000);
    const office = await openOffice({ role: 'administrator' });
    const desktop = await startSessionOnDesktop(office);
    const { port, dataFolder } = office.server;
    let again: ServerProcess | undefined;
    try {
      const viewer = await desktop.controlling();
      await office.server.kill9();
      await runServerCommand(['reset-administrator', office.account.userId], dataFolder);
      await viewer.input({ type: 'key', code: 'ShiftLeft', key: 'Shift', down: true });
      await until('Shift to be down', () => desktop.injected.keysDown() === 1);
      again = await startServerProcess({ dataFolder, port, settings: { PREPARE_HOST: 'no' } });
      await viewer.hears('closed');
      await until('Shift to be up', () => desktop.injected.keysDown() === 0);
      assert.ok(desktop.host.isRunning());
    } finally {
      await desktop.end('serverIsGone');
      await again?.stop();
      await office.close();
    }
  });
});
