import assert from 'node:assert/strict';
import { bannerView } from '../../../customer-host/texts/banner-en.ts';
import { endNotice, troubleNotice } from '../../../customer-host/texts/en.ts';
import type { Banner, BannerAction, HostWindows } from '../../../customer-host/windows/host-windows.ts';
import { openHostWindows } from '../../../customer-host/windows/open-host-windows.ts';
import { loadXlib } from '../../../customer-host/windows/x11/xlib-windows.ts';
import type { NestedDisplay } from './nested-display.ts';
import { eventually, openNestedDisplay } from './nested-display.ts';

const plum = '#7a2f8c';
const stripe = '#662575';
const white = '#ffffff';
const helper = { name: 'Ines Halvorsen', firstName: 'Ines', organisation: 'Ostervale City Services' };

// On a screen of 1280 by 800 the banner lies from 280 to 1000; "This feels wrong" is its last button.
const edge = { x: 281, y: 20 };
const air = { x: 460, y: 6 };
const lastButton = { x: 990, y: 6 };

describe('the banner while somebody sees or controls', function () {
  this.timeout(30_000);
  let desktop: NestedDisplay;
  let windows: HostWindows;
  let banner: Banner;
  let actions: BannerAction[];

  before(async () => {
    desktop = await openNestedDisplay();
    windows = openHostWindows({ platform: 'linux', display: desktop.inner, now: () => performance.now() });
  });

  beforeEach(async () => {
    actions = [];
    banner = windows.banner(bannerView(helper, 'seeing', 900), (action) => actions.push(action));
    await eventually('the banner shows', async () => (await desktop.picture()).at(edge.x, edge.y) === plum);
  });

  afterEach(() => banner.close());

  after(async () => {
    windows.close();
    await desktop.close();
  });

  it('is white with a plum edge while somebody sees, filled while somebody controls, striped while paused', async () => {
    assert.equal((await desktop.picture()).at(air.x, air.y), white);
    banner.update(bannerView(helper, 'controlling', 900));
    await eventually('it is filled', async () => (await desktop.picture()).at(air.x, air.y) === plum);
    banner.update(bannerView(helper, 'paused', 900));
    await eventually('its buttons are dark', async () => (await desktop.picture()).at(lastButton.x, 6) === stripe);
    const picture = await desktop.picture();
    const row = Array.from({ length: 60 }, (_, step) => picture.at(400 + step, 6));
    assert.ok(row.includes(plum) && row.includes(stripe), 'both stripes show');
  });

  it('takes orders from the hand of the customer only [H-63]', async () => {
    await desktop.inject('mousemove', String(lastButton.x), '20', 'click', '1');
    await desktop.hand('mousemove', '985', '20', 'click', '1');
    await eventually('the order arrived', () => actions.length > 0);
    assert.deepEqual(actions, ['feelsWrong']);
  });

  it('counts down once a second', async () => {
    banner.update(bannerView(helper, 'controlling', 9));
    const clock = async (): Promise<string> => {
      const picture = await desktop.picture();
      return Array.from({ length: 60 * 12 }, (_, step) =>
        picture.at(675 + (step % 60), 14 + Math.floor(step / 60)),
      ).join();
    };
    const first = await clock();
    await eventually('the time changed', async () => (await clock()) !== first, 3000);
  });

  it('moves sideways with the hand, and never down or off the screen', async () => {
    await desktop.hand('mousemove', '460', '6', 'mousedown', '1');
    await desktop.hand('mousemove', '300', '300');
    await desktop.hand('mousemove', '5', '400', 'mouseup', '1');
    await eventually('it stands at the left edge', async () => (await desktop.picture()).at(1, 20) === plum);
    assert.equal((await desktop.picture()).at(5, 45), '#000000');
  });

  it('comes back to the front when another window covers it', async () => {
    const x = loadXlib();
    const display = x.openDisplay(desktop.inner);
    assert.ok(display !== null);
    const root = x.rootWindow(display, x.defaultScreen(display));
    const cover = x.createSimpleWindow(display, root, 200, 0, 900, 100, 0, 0, 0x00ff00);
    x.mapRaised(display, cover);
    x.flush(display);
    await eventually('the other window shows', async () => (await desktop.picture()).at(300, 80) === '#00ff00');
    await eventually('the banner is in front', async () => (await desktop.picture()).at(edge.x, edge.y) === plum);
    x.closeDisplay(display);
  });

  it('stands at the top of every monitor, also of one that is plugged in later', async () => {
    await desktop.arrangeMonitors('left 640/170x800/210+0+0 screen', 'right 640/170x800/210+640+0 none');
    for (const corner of [1, 638, 641, 1278]) {
      await eventually('both have one', async () => (await desktop.picture()).at(corner, 20) === plum);
    }
    await desktop.arrangeMonitors('left 1280/340x800/210+0+0 screen');
    await eventually('one is left', async () => (await desktop.picture()).at(100, 20) === '#000000');
    assert.equal((await desktop.picture()).at(edge.x, edge.y), plum);
  });

  it('leaves when it is closed', async () => {
    banner.close();
    await eventually('it left', async () => (await desktop.picture()).at(edge.x, edge.y) === '#000000');
  });
});

describe("a notice on the customer's desktop", function () {
  this.timeout(30_000);
  let desktop: NestedDisplay;
  let windows: HostWindows;

  before(async () => {
    desktop = await openNestedDisplay();
    windows = openHostWindows({ platform: 'linux', display: desktop.inner, now: () => performance.now() });
  });

  after(async () => {
    windows.close();
    await desktop.close();
  });

  it('says why an old download does not work, until the customer closes it', async () => {
    const notice = windows.notice(troubleNotice('ticketRefused'));
    await eventually('it shows', async () => (await desktop.picture()).at(420, 360) === white);
    await desktop.hand('mousemove', '640', '452', 'click', '1');
    assert.equal(await notice.answered, 'close');
    await eventually('it left', async () => (await desktop.picture()).at(420, 360) === '#000000');
  });

  it('leaves by itself after its time', async () => {
    const summary = { helper, lastedSeconds: 1260, sawSeconds: 990, controlledSeconds: 820, isRecorded: false };
    const notice = windows.notice({ ...endNotice(summary), closesAfterSeconds: 1 });
    await eventually('it shows', async () => (await desktop.picture()).at(420, 360) === white);
    assert.equal(await notice.answered, 'closed');
  });
});
