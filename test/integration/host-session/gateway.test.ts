import assert from 'node:assert/strict';
import { openNodeViewer } from '../../support/node-viewer.ts';
import type { NodeViewer } from '../../support/node-viewer.ts';
import { until } from '../customer-host-x11/x-display.ts';
import { startRelay } from '../signalling/a-relay.ts';
import type { TestRelay } from '../signalling/a-relay.ts';
import { openOffice, startSessionOnDesktop } from './session-on-desktop.ts';
import type { Office } from './session-on-desktop.ts';

const secret = 'a secret of the relay itself';

describe('a rep whose screens come through the gateway only', function () {
  this.timeout(90_000);
  let office: Office;
  let relay: TestRelay;

  before(async () => {
    relay = await startRelay(secret);
    office = await openOffice();
    await office.administrator.panel.call('relay.update', { url: relay.url, secret });
  });
  after(async () => {
    await office.close();
    relay.stop();
  });

  it('sees the screen through it, though a direct way is there, and the log says so [S0-54]', async () => {
    const desktop = await startSessionOnDesktop(office);
    let viewer: NodeViewer | undefined;
    try {
      await desktop.grant();
      viewer = await openNodeViewer(office.server, office.ana, desktop.session, { onlyRelay: true });
      await viewer.hears('open');
      const shown = await desktop.logged('screen-shown');
      assert.ok(shown.kind === 'screen-shown');
      assert.equal(shown.route, 'gateway');
      await desktop.screen.run('xsetroot', ['-solid', '#c02050']);
      await until('the picture', async () => {
        const { pixels } = (await viewer?.picture()) ?? { pixels: [] };
        return pixels.length > 4 && [...pixels.slice(-4, -1)].join() === '192,32,80';
      });
      assert.ok(relay.passedOn() > 100, `${relay.passedOn()} packets passed on`);
    } finally {
      await viewer?.stop();
      await desktop.end();
    }
  });
});
