import assert from 'node:assert/strict';
// oxlint-disable-next-line no-restricted-imports -- only its clock
import { mock } from 'node:test';
import type { DataChannelName } from '../../../../shared/contract/screen-link.ts';
import type { Desktop } from '../../../../customer-host/desktop/desktop.ts';
import { serveViewer } from '../../../../customer-host/link/serve-viewer.ts';
import type { PeerLink } from '../../../../shared/link/peer-link.ts';

/** A channel that its other side has closed, while it still says that it is open: libwebrtc then throws. */
function aClosingChannel(): RTCDataChannel {
  return aChannel(() => {
    throw new DOMException('RTCDataChannel.readyState is not open', 'InvalidStateError');
  });
}

function aChannel(send: (data: unknown) => void): RTCDataChannel {
  const channel = Object.assign(new EventTarget(), { readyState: 'open', bufferedAmount: 0, send });
  return channel as unknown as RTCDataChannel;
}

/** A screen that changes whenever `change` is called. */
function aDesktop() {
  let onDamage = () => {};
  let tellCursor: Parameters<Desktop['watchCursor']>[0] = () => {};
  let grabs = 0;
  const source = {
    width: 64,
    height: 64,
    damaged: true,
    grab() {
      grabs += 1;
      source.damaged = false;
      return { pixels: Buffer.alloc(64 * 64 * 4, grabs), damaged: [{ x: 0, y: 0, width: 64, height: 64 }] };
    },
    onDamage(listener: () => void) {
      onDamage = listener;
      return () => {};
    },
  };
  const desktop: Pick<Desktop, 'screen' | 'size' | 'watchCursor' | 'onResize'> = {
    size: { width: 64, height: 64 },
    screen: { sourceForViewer: () => source },
    watchCursor(listener) {
      tellCursor = listener;
      return () => {};
    },
    onResize: () => () => {},
  };
  return {
    desktop: desktop as Desktop,
    grabs: () => grabs,
    change() {
      source.damaged = true;
      onDamage();
      tellCursor({ type: 'position', x: grabs, y: 1 });
    },
  };
}

type Channel = DataChannelName;

function serve(channel: (name: Channel) => RTCDataChannel, changes: Partial<Parameters<typeof serveViewer>[0]>) {
  const news = { closed: false };
  const channels = {
    control: channel('control'),
    input: channel('input'),
    tiles: channel('tiles'),
    cursor: channel('cursor'),
    files: channel('files'),
    shell: channel('shell'),
    'system-information': channel('system-information'),
    actions: channel('actions'),
  };
  const link = { channels, closed: new Promise<void>(() => {}), close: () => (news.closed = true) };
  const viewer = serveViewer({
    link: link as unknown as PeerLink,
    desktop: aDesktop().desktop,
    video: { stream: undefined as unknown as MediaStream, resize: () => {}, send: () => {}, stop: () => {} },
    now: () => 0,
    mayView: () => true,
    tools: {},
    mayUse: () => false,
    report: () => assert.fail('nothing is done'),
    devicesFor: () => undefined,
    inject: () => {},
    onRelease: () => {},
    onSign: () => {},
    onDevices: () => {},
    ...changes,
  });
  return { viewer, news, channels };
}

describe('a viewer that closes its link at the very moment when it is told something', () => {
  it('does not bring the host down', () => {
    const { viewer, news } = serve(aClosingChannel, {});
    viewer.tell({ type: 'pong', stamp: 1 });
    viewer.close('The session is over.');
    assert.equal(news.closed, true);
  });
});

describe('a viewer that floods the channel of its words', () => {
  it('is cut off, and nothing that is still under way does anything', () => {
    let now = 0;
    const [releases, injected] = [{ count: 0 }, { count: 0 }];
    const { channels, news } = serve(() => aChannel(() => {}), {
      now: () => now,
      devicesFor: () => 'both',
      onRelease: () => (releases.count += 1),
      inject: () => (injected.count += 1),
    });
    const say = (channel: Channel, message: object) =>
      channels[channel].dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }));
    for (; now < 60_000; now += 250) say('control', { type: 'ping', stamp: now });
    assert.equal(news.closed, false, 'what a viewer says');
    for (let count = 0; count < 1000; count += 1) say('control', { type: 'release' });
    assert.equal(news.closed, true);
    assert.ok(releases.count <= 200, `${releases.count} releases`);
    say('input', { type: 'move', x: 1, y: 1 });
    assert.equal(injected.count, 0);
  });
});

describe('a viewer whose consent has ended, while nobody has closed its link yet', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  it('gets no picture and no pointer any more', () => {
    let mayView = true;
    const sent: Channel[] = [];
    const { desktop, grabs, change } = aDesktop();
    serve((name) => aChannel(() => void sent.push(name)), { desktop, mayView: () => mayView });
    change();
    mock.timers.tick(100);
    const [seen, messages] = [grabs(), sent.length];
    assert.ok(seen > 0, 'pictures while it may');
    assert.ok(sent.includes('cursor'));
    mayView = false;
    change();
    mock.timers.tick(100);
    assert.deepEqual([grabs(), sent.length], [seen, messages]);
  });
});

describe('a viewer that wants few pictures a second', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  /** How often the screen is looked at in a second in which it changes all the time. */
  async function looksInOneSecond(framesPerSecond: 60 | 5): Promise<number> {
    let now = 0;
    const { desktop, grabs, change } = aDesktop();
    const { channels } = serve(() => aChannel(() => {}), { desktop, now: () => now });
    const wish = { framesPerSecond, moving: 'sharp', colours: 'full' };
    const data = JSON.stringify({ type: 'picture', wish });
    channels.control.dispatchEvent(new MessageEvent('message', { data }));
    for (; now < 1000; now += 10) {
      change();
      mock.timers.tick(10);
      // What a look sends is packed in turns of its own.
      await new Promise((resolve) => setImmediate(resolve));
    }
    return grabs();
  }

  it('gets no more, and spares the host the looking [S0-56]', async () => {
    assert.ok((await looksInOneSecond(60)) > 30);
    const few = await looksInOneSecond(5);
    assert.ok(few >= 4 && few <= 7, `${few} looks`);
  });
});
