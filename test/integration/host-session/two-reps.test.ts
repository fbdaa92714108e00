import assert from 'node:assert/strict';
import { openNodeViewer } from '../../support/node-viewer.ts';
import type { NodeViewer } from '../../support/node-viewer.ts';
import { createRep, repOnline } from '../../support/people.ts';
import type { Rep, RepLink } from '../../support/people.ts';
import { until } from '../customer-host-x11/x-display.ts';
import { refuses } from '../server-sessions/sessions-for-tests.ts';
import { openOffice, startSessionOnDesktop } from './session-on-desktop.ts';
import type { Office, SessionOnDesktop } from './session-on-desktop.ts';

describe('the screens of two representatives in one session', function () {
  this.timeout(60_000);
  let office: Office;
  let bo: Rep;
  let boLink: RepLink;
  let desktop: SessionOnDesktop;
  const viewers: NodeViewer[] = [];

  before(async () => {
    office = await openOffice();
    bo = await createRep(office.administrator, { displayName: 'Bo' });
    boLink = await repOnline(office.server, bo);
  });
  after(async () => {
    boLink.close();
    await office.close();
  });
  beforeEach(async () => {
    desktop = await startSessionOnDesktop(office);
  });
  afterEach(async () => {
    for (const viewer of viewers.splice(0)) await viewer.stop();
    await desktop.end();
  });

  async function boComesIn() {
    const { session } = desktop;
    await office.ana.call('members.invite', { session, rep: bo.account.id, hands: 'control' });
    const { ask } = await boLink.event('members.asked', (event) => event.ask.session === session);
    await boLink.call('members.answer', { ask: ask.id, accept: true });
    const viewer = await openNodeViewer(office.server, boLink, session);
    viewers.push(viewer);
    await viewer.hears('open');
    return viewer;
  }
  const isAt = (place: number) => () => desktop.injected.pointer().x === place;

  it('show the same picture, and the host takes input from one of them only, whose turn both and the customer know [S2-13]', async () => {
    const ofAna = await desktop.controlling();
    const ofBo = await boComesIn();
    await desktop.screen.run('xsetroot', ['-solid', '#206040']);
    const isGreen = async (viewer: NodeViewer) => {
      const { pixels, width, height } = await viewer.picture();
      const at = (width * (height - 5) + width - 5) * 4;
      return pixels[at] === 0x20 && pixels[at + 1] === 0x60;
    };
    await until('both to show the screen', async () => (await isGreen(ofAna)) && isGreen(ofBo));
    assert.equal(ofBo.state?.hands, 'view-only');
    await ofBo.input({ type: 'move', x: 700, y: 700 });
    await ofAna.input({ type: 'move', x: 44, y: 700 });
    await until('the owner’s movement', isAt(44));

    await office.ana.call('members.giveHands', { session: desktop.session, rep: bo.account.id });
    await until('the guest’s turn', () => ofBo.state?.hands === 'controlling' && ofAna.state?.hands === 'view-only');
    const before = desktop.injected.events;
    await ofAna.input({ type: 'move', x: 600, y: 600 }, { type: 'button', button: 'left', down: true, x: 600, y: 600 });
    await ofBo.input({ type: 'move', x: 55, y: 700 });
    await until('the guest’s movement', isAt(55));
    assert.equal(desktop.injected.events - before, 1, 'nothing of the owner’s came through');
    await desktop.logged('hands-given');
  });

  it('is dark for the removed one within a second, and goes on for the other [S2-14]', async () => {
    const ofAna = await desktop.controlling();
    const ofBo = await boComesIn();
    const removedAt = Date.now();
    await office.ana.call('members.remove', { session: desktop.session, rep: bo.account.id });
    const { at } = await ofBo.hears('closed');
    assert.ok(at - removedAt < 1000, `closed after ${at - removedAt} ms`);
    await ofAna.input({ type: 'move', x: 66, y: 700 });
    await until('the owner’s movement', isAt(66));
    assert.equal(
      (await desktop.log()).some(({ kind }) => kind === 'screen-hidden'),
      false,
    );
  });

  it('is dark at once for the guest whose right to look on is taken, and not for the owner', async () => {
    await desktop.controlling();
    const ofBo = await boComesIn();
    const { panel } = office.administrator;
    const subject = { kind: 'account', account: bo.account.id } as const;
    await panel.call('rights.set', { subject, setting: { allow: [], deny: ['view'] } });
    await ofBo.hears('closed');
    const again = boLink.call('link.open', { session: desktop.session });
    await refuses(again, 'not-allowed', /denied for your account/);
    await (await desktop.viewer()).hears('open');
    await panel.call('rights.set', { subject, setting: { allow: [], deny: [] } });
    assert.equal(
      (await desktop.log()).some(({ kind }) => kind === 'withdrawn'),
      false,
      'what the customer granted is the owner’s still',
    );
  });

  it('change hands with the session: the old one is cut off by the host, the new one controls with what was granted [F31]', async () => {
    const ofAna = await desktop.controlling();
    await ofAna.input({ type: 'key', code: 'ShiftLeft', key: 'Shift', down: true });
    await until('the held key', () => desktop.injected.events > 0);
    const { session } = desktop;
    const brief = { wanted: '', tried: '', state: '', promised: '' };
    const to = { is: 'rep', rep: bo.account.id } as const;
    await office.ana.call('members.transfer', { session, to, brief, stays: false });
    const { ask } = await boLink.event('members.asked', (event) => event.ask.session === session);
    const acceptedAt = Date.now();
    await boLink.call('members.answer', { ask: ask.id, accept: true });
    assert.ok((await ofAna.hears('closed')).at - acceptedAt < 3000);
    const ofBo = await openNodeViewer(office.server, boLink, session);
    viewers.push(ofBo);
    await ofBo.hears('open');
    await until('the new one’s hands', () => ofBo.state?.hands === 'controlling');
    await ofBo.input({ type: 'move', x: 77, y: 700 });
    await until('the new one’s movement', isAt(77));
    await boLink.call('sessions.end', { session });
  });
});
