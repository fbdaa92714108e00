import assert from 'node:assert/strict';
import type { NodeViewer } from '../../support/node-viewer.ts';
import { until } from '../customer-host-x11/x-display.ts';
import { fuzzedMessages } from './fuzzed-messages.ts';
import { openOffice, startSessionOnDesktop } from './session-on-desktop.ts';
import type { Office, SessionOnDesktop } from './session-on-desktop.ts';

const heldShiftAndCtrl = [
  { type: 'key', code: 'ShiftLeft', key: 'Shift', down: true },
  { type: 'key', code: 'ControlLeft', key: 'Control', down: true },
];

describe('a viewer that means harm, or just breaks', function () {
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

  it('injects nothing by 10,000 messages that nobody allowed: in view-only, beside a question, after withdrawal [H-53]', async () => {
    await desktop.grant({ scope: 'view' });
    const viewer = await desktop.viewer();
    await viewer.hears('open');
    const pointer = desktop.injected.pointer();
    await fuzz(viewer, 4000);
    await desktop.ask({ scope: 'control' });
    await desktop.atDesk.dialog(/use your/);
    await fuzz(viewer, 3000);
    assert.equal(desktop.injected.events, 0);
    assert.deepEqual(desktop.injected.pointer(), pointer);
    await desktop.atDesk.answer(/use your/, 'yes');
    await desktop.logged('granted', 2);
    await viewer.control({ type: 'devices', devices: 'both' });
    await until('control', () => viewer.state?.hands === 'controlling');
    await viewer.input({ type: 'move', x: 33, y: 700 });
    await until('an allowed movement', () => desktop.injected.pointer().x === 33);
    await office.ana.call('consent.lower', { session: desktop.session, scope: 'control' });
    await until('the end of control', () => viewer.state?.hands === 'view-only');
    const before = desktop.injected.events;
    await fuzz(viewer, 3000);
    assert.equal(desktop.injected.events - before, 0);
    assert.deepEqual(desktop.injected.pointer(), { x: 33, y: 700 });
    assert.ok(desktop.host.isRunning());
  });

  it('uses only the hand that was lent, whatever the viewer wants [S0-92]', async () => {
    await desktop.grant({ scope: 'control', devices: 'pointer' });
    const viewer = await desktop.viewer();
    await viewer.hears('open');
    await until('control', () => viewer.state?.hands === 'controlling');
    await viewer.control({ type: 'devices', devices: 'both' });
    const before = desktop.injected.events;
    await viewer.input(...heldShiftAndCtrl, { type: 'text', text: 'nobody may type' });
    await viewer.input({ type: 'move', x: 50, y: 600 });
    await until('the pointer', () => desktop.injected.pointer().x === 50);
    assert.equal(desktop.injected.events - before, 1, 'the movement and no key');
    assert.equal(desktop.injected.keysDown(), 0);
  });

  it('cannot break the host or leave the screen by impossible codes, places and floods [H-54]', async () => {
    const viewer = await desktop.controlling();
    const impossible = [-1, 2 ** 31, 1e9, -1e9, Number.MAX_VALUE].flatMap((number) => [
      { type: 'move', x: number, y: number },
      { type: 'wheel', dx: number, dy: -number, x: number, y: number },
      { type: 'key', code: String(number).slice(0, 32), key: String(number).slice(0, 32), down: true },
      { type: 'button', button: 'left', down: false, x: number, y: number },
    ]);
    await viewer.input(...impossible, '{"type":"move","x":NaN,"y":1}', '{"type":"move","x":1e999,"y":1}');
    await pong(viewer, 1);
    const place = desktop.injected.pointer();
    assert.ok(place.x >= 0 && place.x < 1280 && place.y >= 0 && place.y < 800, JSON.stringify(place));

    const before = desktop.injected.events;
    const startedAt = Date.now();
    await viewer.input(...Array.from({ length: 20_000 }, (_, at) => ({ type: 'move', x: at % 1000, y: 700 })));
    await pong(viewer, 2);
    const tookMs = Date.now() - startedAt;
    const injected = desktop.injected.events - before;
    assert.ok(injected > 0 && injected <= 500 + (tookMs * 1100) / 1000, `${injected} movements in ${tookMs} ms`);
    assert.ok(injected < 20_000, 'most of the flood is dropped');
    assert.ok(desktop.host.isRunning());
  });

  it('moves nothing by a flood of releases of what it never pressed [H-54]', async () => {
    const viewer = await desktop.controlling();
    const [before, place] = [desktop.injected.events, desktop.injected.pointer()];
    const releases = Array.from({ length: 20_000 }, (_, at) => ({
      type: 'button',
      button: 'left',
      down: false,
      x: at % 1000,
      y: 700,
    }));
    await viewer.input(...releases, { type: 'move', x: 44, y: 644 });
    await until('the movement after them', () => desktop.injected.pointer().x === 44);
    assert.equal(desktop.injected.events - before, 1, `the one movement, from ${place.x}, ${place.y}`);
  });

  it('is cut off for a flood of words, its keys let go, and may come back [H-54]', async () => {
    const viewer = await desktop.controlling();
    await viewer.input(...heldShiftAndCtrl);
    await until('both to be down', () => desktop.injected.keysDown() === 2);
    const words = ['release', 'refresh', 'devices', 'ping'] as const;
    const flood = Array.from({ length: 4000 }, (_, at) => {
      const type = words[at % words.length];
      return JSON.stringify(
        type === 'devices' ? { type, devices: 'both' } : type === 'ping' ? { type, stamp: at } : { type },
      );
    });
    // Cut off in the middle of it, the viewer cannot send the rest.
    await Promise.race([viewer.control(...flood), viewer.hears('closed')]);
    await viewer.hears('closed');
    await until('both to be up', () => desktop.injected.keysDown() === 0);
    const pongs = viewer.news.filter((news) => news.type === 'control' && news.message.type === 'pong');
    assert.ok(pongs.length <= 100, `${pongs.length} answers`);
    const again = await desktop.viewer();
    await again.hears('open');
    assert.ok(desktop.host.isRunning());
  });

  it('has its Shift and Ctrl let go within 200 ms when its link ends [H-54]', async () => {
    const viewer = await desktop.controlling();
    await viewer.input(...heldShiftAndCtrl);
    await until('both to be down', () => desktop.injected.keysDown() === 2);
    viewer.closePeer();
    const { at } = await viewer.hears('closed');
    await until('both to be up', () => desktop.injected.keysDown() === 0, 3000).catch((cause: unknown) => {
      const state = `${desktop.injected.keysDown()} keys down, host ${desktop.host.isRunning() ? 'runs' : 'has ended'}`;
      throw new Error(`${state}; it says: ${desktop.host.output()}`, { cause });
    });
    const tookMs = Date.now() - at;
    assert.ok(tookMs <= 200, `${tookMs} ms`);
    await desktop.logged('screen-hidden');
  });

  it('has them let go also when its process is killed without a word, a second and a half later at most', async () => {
    const viewer = await desktop.controlling();
    await viewer.input(...heldShiftAndCtrl);
    await until('both to be down', () => desktop.injected.keysDown() === 2);
    const killedAt = Date.now();
    viewer.kill();
    await until('both to be up', () => desktop.injected.keysDown() === 0, 5000);
    const tookMs = Date.now() - killedAt;
    assert.ok(tookMs <= 1600, `${tookMs} ms`);
    await desktop.logged('screen-hidden', 1, 30_000);
  });
});

/** As many of them on the channel of words as a host lets pass, so that it hears all. */
const WORDS = 40;

/** Sends some to each channel and waits until the host has gone through all of it. */
async function fuzz(viewer: NodeViewer, count: number): Promise<void> {
  await viewer.control(...fuzzedMessages(WORDS));
  await viewer.input(...fuzzedMessages(count - WORDS));
  await pong(viewer, Math.random());
}

async function pong(viewer: NodeViewer, stamp: number): Promise<void> {
  await viewer.control({ type: 'ping', stamp });
  await viewer.hears('control', ({ message }) => message.type === 'pong' && message.stamp === stamp);
}
