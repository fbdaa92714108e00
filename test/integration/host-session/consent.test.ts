import assert from 'node:assert/strict';
import { until } from '../customer-host-x11/x-display.ts';
import { buttonPlace, pause } from './hand-and-windows.ts';
import { openOffice, startSessionOnDesktop } from './session-on-desktop.ts';
import type { Office, SessionOnDesktop } from './session-on-desktop.ts';

describe('consent on the customer’s own desktop', function () {
  this.timeout(60_000);
  let office: Office;
  let desktop: SessionOnDesktop;

  before(async () => {
    office = await openOffice();
  });
  after(() => office.close());
  afterEach(() => desktop.end());

  it('shows nothing to anybody before the customer’s Yes, and the picture after it [S0-90]', async () => {
    desktop = await startSessionOnDesktop(office, { scope: 'view' });
    const viewer = await desktop.viewer();
    await desktop.atDesk.dialog(/^Let Ana see your screen\?$/);
    await pause(1500);
    assert.deepEqual(types(viewer.news), ['ready'], 'no call before Yes');
    await desktop.atDesk.answer(/see your screen/, 'yes');
    await viewer.hears('open');
    await until('a picture', async () => (await viewer.picture()).tiles > 0);
    await until('video', async () => (await viewer.picture()).frames > 0);
    await desktop.logged('screen-shown');
    const kinds = (await desktop.log()).map(({ kind }) => kind);
    assert.deepEqual(kinds.slice(-4), ['asked', 'host-joined', 'granted', 'screen-shown']);
  });

  it('writes the customer’s No into the log, and calls nobody', async () => {
    desktop = await startSessionOnDesktop(office, { scope: 'control' });
    const viewer = await desktop.viewer();
    await desktop.atDesk.answer(/use your mouse and keyboard/, 'no');
    const refused = await desktop.logged('refused');
    assert.deepEqual(refused.kind === 'refused' && [refused.scope, refused.place], ['control', 'host']);
    await pause(500);
    assert.deepEqual(types(viewer.news), ['ready']);
    assert.equal(
      (await desktop.atDesk.windows()).some(({ name }) => name.startsWith('Let Ana')),
      false,
    );
  });

  it('takes no Yes in the first half second, and none by keyboard either [H-63]', async () => {
    desktop = await startSessionOnDesktop(office);
    await desktop.ask();
    const dialog = await desktop.atDesk.dialog(/see your screen/);
    await desktop.atDesk.click(buttonPlace(dialog, 'yes'));
    desktop.atDesk.hand.key('Tab', 'Tab', true);
    desktop.atDesk.hand.key('Tab', 'Tab', false);
    desktop.atDesk.hand.key('Enter', 'Enter', true);
    desktop.atDesk.hand.key('Enter', 'Enter', false);
    await pause(700);
    assert.ok(
      (await desktop.atDesk.windows()).some(({ name }) => name.startsWith('Let Ana')),
      'still open',
    );
    assert.equal(
      (await desktop.log()).some(({ kind }) => kind === 'granted' || kind === 'refused'),
      false,
    );
    await desktop.atDesk.click(buttonPlace(dialog, 'yes'));
    await desktop.logged('granted');
  });

  it('cannot be given by the rep’s own hand through the rep’s own control [H-63]', async () => {
    desktop = await startSessionOnDesktop(office);
    const viewer = await desktop.controlling();
    await desktop.ask({ scope: 'control', minutes: 30 });
    const dialog = await desktop.atDesk.dialog(/use your/);
    await pause(700);
    const yes = buttonPlace(dialog, 'yes');
    const before = desktop.injected.events;
    for (let round = 0; round < 20; round += 1) {
      await viewer.input(
        { type: 'button', button: 'left', down: true, ...yes },
        { type: 'button', button: 'left', down: false, ...yes },
        { type: 'key', code: 'Tab', key: 'Tab', down: true },
        { type: 'key', code: 'Enter', key: 'Enter', down: true },
      );
    }
    await pause(500);
    assert.equal(desktop.injected.events - before, 0, 'nothing is injected while a question is open');
    // And were it injected, from wherever: the dialog takes a hand only.
    await desktop.screen.run('xdotool', ['mousemove', `${yes.x}`, `${yes.y}`, 'click', '1', 'key', 'Tab', 'Return']);
    await pause(500);
    assert.ok(
      (await desktop.atDesk.windows()).some(({ name }) => name.startsWith('Let Ana')),
      'still open',
    );
    assert.equal((await desktop.log()).filter(({ kind }) => kind === 'granted').length, 1);
  });

  it('lets the rep’s keys go when a new question opens over them', async () => {
    desktop = await startSessionOnDesktop(office);
    const viewer = await desktop.controlling();
    await viewer.input({ type: 'key', code: 'ControlLeft', key: 'Control', down: true });
    await until('Ctrl to be down', () => desktop.injected.keysDown() === 1);
    await desktop.ask({ scope: 'control', minutes: 30 });
    await desktop.atDesk.dialog(/use your/);
    await until('Ctrl to be up', () => desktop.injected.keysDown() === 0, 500);
  });

  it('closes the question when the rep takes it back or the customer says no on the page', async () => {
    desktop = await startSessionOnDesktop(office, { scope: 'view' });
    const isAsked = async () => (await desktop.atDesk.windows()).some(({ name }) => name.startsWith('Let Ana'));
    await desktop.atDesk.dialog(/see your screen/);
    await office.ana.call('consent.unask', { session: desktop.session });
    await until('the dialog to go', async () => !(await isAsked()));
    await desktop.ask({ scope: 'control' });
    await desktop.atDesk.dialog(/use your/);
    await desktop.answerOnPage('no');
    await until('the dialog to go', async () => !(await isAsked()));
    const refused = await desktop.logged('refused');
    assert.equal(refused.kind === 'refused' && refused.place, 'page');
    assert.equal((await desktop.log()).filter(({ kind }) => kind === 'refused').length, 1);
  });
});

function types(news: readonly { readonly type: string }[]): string[] {
  return news.map(({ type }) => type);
}
