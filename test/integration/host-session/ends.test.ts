import assert from 'node:assert/strict';
import { openHostLink } from '../../support/people.ts';
import { refuses, someFacts } from '../server-sessions/sessions-for-tests.ts';
import { until } from '../customer-host-x11/x-display.ts';
import { pause } from './hand-and-windows.ts';
import { openOffice, startSessionOnDesktop } from './session-on-desktop.ts';
import type { Office, SessionOnDesktop } from './session-on-desktop.ts';

describe('the end of seeing, of control and of the session', function () {
  this.timeout(60_000);
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

  it('comes for control alone when the rep gives it back, and for seeing when the customer takes it back on the page', async () => {
    const viewer = await desktop.controlling();
    await viewer.input({ type: 'key', code: 'ShiftLeft', key: 'Shift', down: true });
    await until('Shift to be down', () => desktop.injected.keysDown() === 1);
    await office.ana.call('consent.lower', { session: desktop.session, scope: 'control' });
    await until('view-only', () => viewer.state?.hands === 'view-only');
    assert.equal(desktop.injected.keysDown(), 0);
    assert.ok(
      viewer.state?.consents.some(({ scope }) => scope === 'view'),
      'seeing goes on',
    );
    const { tiles } = await viewer.picture();
    await desktop.screen.run('xsetroot', ['-solid', '#204060']);
    await until('news in the picture', async () => (await viewer.picture()).tiles > tiles);

    await desktop.customer.call('consent.withdraw', { session: desktop.session, scope: 'view' });
    await viewer.hears('closed');
    await desktop.logged('screen-hidden');
    const last = await viewer.picture();
    await desktop.screen.run('xsetroot', ['-solid', '#ff0000']);
    await pause(700);
    const after = await viewer.picture();
    assert.deepEqual([after.tiles, after.frames], [last.tiles, last.frames], 'not one picture more');
    assert.ok(desktop.host.isRunning(), 'the session goes on');
  });

  it('comes by Stop on the banner, and seeing can be granted anew to a viewer that waits', async () => {
    const viewer = await desktop.controlling();
    await desktop.atDesk.pressBanner('controlling', 'stop');
    const withdrawn = await desktop.logged('withdrawn');
    assert.deepEqual(withdrawn.kind === 'withdrawn' && [withdrawn.scope, withdrawn.place], ['view', 'host']);
    await viewer.hears('closed');
    await desktop.logged('screen-hidden');
    const next = await desktop.viewer();
    await pause(500);
    assert.equal(next.news.length, 1, 'no call');
    await desktop.grant();
    await next.hears('open');
    await desktop.logged('screen-shown', 2);
  });

  it('comes by End on the banner while nobody sees the screen', async () => {
    await desktop.atDesk.pressBanner('connecting', 'stop');
    const end = await desktop.logged('ended');
    assert.deepEqual(end.kind === 'ended' && [end.by.kind, end.reason], ['host', 'finished']);
  });

  it('comes by “This feels wrong” for everything at once, and the log says so', async () => {
    const viewer = await desktop.controlling();
    await desktop.atDesk.pressBanner('controlling', 'feelsWrong');
    const end = await desktop.logged('ended');
    assert.deepEqual(end.kind === 'ended' && [end.by.kind, end.reason], ['host', 'feels-wrong']);
    await viewer.hears('closed');
  });

  it('comes with the customer’s own end on the page: the host goes by itself and leaves no window [S4-20]', async () => {
    const viewer = await desktop.controlling();
    await viewer.input({ type: 'key', code: 'ShiftLeft', key: 'Shift', down: true });
    await until('Shift to be down', () => desktop.injected.keysDown() === 1);
    await desktop.customer.call('sessions.end', { session: desktop.session, feelsWrong: false });
    await viewer.hears('closed');
    await until('Shift to be up', () => desktop.injected.keysDown() === 0, 1000);
    const banner = async () => (await desktop.atDesk.windows()).some(({ name, y }) => name.includes('Ana') && y === 0);
    await until('the banner to go', async () => !(await banner()));
    assert.equal(await desktop.host.ended(40_000), 0);
    assert.deepEqual(await hostWindows(desktop), []);
    const { session, ticket } = desktop;
    const again = await openHostLink(office.server, { by: 'ticket', ticket });
    await refuses(again.call('session.join', { facts: someFacts }), 'ticket-refused');
    again.close();
    await refuses(desktop.customer.call('host.ticket', { session }), 'session-ended');
    await refuses(office.ana.call('link.open', { session }), 'session-ended');
  });

  it('is told when the host is killed: lost within ten seconds [F14]', async () => {
    await desktop.controlling();
    const killedAt = Date.now();
    desktop.host.kill9();
    const left = await desktop.logged('host-left', 1, 12_000);
    assert.equal(left.kind === 'host-left' && left.reason, 'lost');
    assert.ok(Date.now() - killedAt <= 10_000);
  });
});

async function hostWindows(desktop: SessionOnDesktop): Promise<string[]> {
  const names = (await desktop.atDesk.windows()).map(({ name }) => name);
  return names.filter((name) => /Ana|session|RemoteHelp/.test(name));
}
