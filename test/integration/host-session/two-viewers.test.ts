import assert from 'node:assert/strict';
import { PNG } from 'pngjs';
import type { NodeViewer } from '../../support/node-viewer.ts';
import { until } from '../customer-host-x11/x-display.ts';
import type { XDisplay } from '../customer-host-x11/x-display.ts';
import { openOffice, startSessionOnDesktop } from './session-on-desktop.ts';
import type { Office, SessionOnDesktop } from './session-on-desktop.ts';

describe('the picture that viewers get', function () {
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

  it('is the same to the pixel in the panel and in the window beside it, and the same as on the screen', async () => {
    await desktop.grant();
    const panel = await desktop.viewer();
    const window = await desktop.viewer();
    await panel.hears('open');
    await window.hears('open');
    await desktop.screen.run('xsetroot', ['-mod', '7', '5', '-fg', '#c02050', '-bg', '#107040']);
    await until('both to show the screen', async () => {
      // The banner counts down every second, so that one comparison in between may miss.
      const shown = await screenPixels(desktop.screen);
      return [await panel.picture(), await window.picture()].every(({ pixels }) => shown.equals(pixels));
    });
    assert.equal((await desktop.log()).filter(({ kind }) => kind === 'screen-shown').length, 1);
    panel.closePeer();
    await panel.hears('closed');
    await desktop.screen.run('xsetroot', ['-solid', '#123456']);
    await showsScreen(desktop.screen, window);
    assert.equal(
      (await desktop.log()).some(({ kind }) => kind === 'screen-hidden'),
      false,
      'one still shows it',
    );
  });

  it('has no colours and half its width in video for who wishes so, and all of both for the one beside [S0-56]', async () => {
    await desktop.grant();
    const whole = await desktop.viewer();
    const light = await desktop.viewer();
    await whole.hears('open');
    await light.hears('open');
    await light.control({ type: 'picture', wish: { framesPerSecond: 30, moving: 'light', colours: 'grey' } });
    await desktop.screen.run('xsetroot', ['-solid', '#c02050']);
    await showsScreen(desktop.screen, whole);
    const corner = (pixels: Uint8Array) => [...pixels.subarray(pixels.length - 4, pixels.length - 1)];
    await until(
      'the picture without colours',
      async () => {
        const [red = 0, green, blue] = corner((await light.picture()).pixels);
        return red > 0 && red === green && red === blue;
      },
      20_000,
    );
    assert.deepEqual(corner((await whole.picture()).pixels), [0xc0, 0x20, 0x50]);
    await until(
      'video of both',
      async () => (await light.picture()).frameWidth * 2 === (await whole.picture()).frameWidth,
    );
  });

  it('follows a new resolution, and the hands with it [F15]', async () => {
    const viewer = await desktop.controlling();
    await desktop.screen.run('xrandr', ['-s', '800x600']);
    await viewer.hears('control', ({ message }) => message.type === 'screen' && message.screen.width === 800);
    await desktop.screen.run('xsetroot', ['-mod', '3', '5', '-fg', '#ffcc00', '-bg', '#003366']);
    await showsScreen(desktop.screen, viewer);
    await until('control', () => viewer.state?.hands === 'controlling');
    await viewer.input({ type: 'move', x: 1270, y: 790 });
    await until('the pointer in the new corner', () => {
      const { x, y } = desktop.injected.pointer();
      return x === 799 && y === 599;
    });
    await viewer.input({ type: 'move', x: 401, y: 303 });
    await until('the pointer', () => desktop.injected.pointer().x === 401 && desktop.injected.pointer().y === 303);
  });
});

async function showsScreen(screen: XDisplay, viewer: NodeViewer): Promise<void> {
  await until('the viewer to show the screen', async () => {
    const shown = await screenPixels(screen);
    return shown.equals((await viewer.picture()).pixels);
  });
}

/** RGBA rows of what is on the screen now. */
async function screenPixels(screen: XDisplay): Promise<Buffer> {
  const text = await screen.run('sh', ['-c', 'import -window root -depth 8 png:- | base64 -w0']);
  return PNG.sync.read(Buffer.from(text, 'base64')).data;
}
