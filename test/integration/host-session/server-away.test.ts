import assert from 'node:assert/strict';
import { startServerProcess } from '../../support/server-process.ts';
import { openCustomerLink } from '../../support/people.ts';
import { until } from '../customer-host-x11/x-display.ts';
import { openOffice, startSessionOnDesktop } from './session-on-desktop.ts';

describe('a host whose server is killed and comes back', () => {
  it('goes on showing the screen, asks nothing again, and reports each thing once [F1] [F10] [F23]', async function () {
    this.timeout(60_000);
    const office = await openOffice();
    const desktop = await startSessionOnDesktop(office);
    const { port, dataFolder } = office.server;
    let again: Awaited<ReturnType<typeof startServerProcess>> | undefined;
    try {
      const viewer = await desktop.controlling();
      const browserKey = desktop.customer.browserKey() ?? '';
      // The report is on its way when the server dies: whether it was stored, nobody here can know.
      desktop.atDesk.hand.pointerMove(200, 500);
      await until('the pause', () => viewer.state?.hands === 'paused');
      await office.server.crash();
      const { tiles } = await viewer.picture();
      await desktop.screen.run('xsetroot', ['-solid', '#804020']);
      await until('the picture to go on', async () => (await viewer.picture()).tiles > tiles);
      await until('control to come back', () => viewer.state?.hands === 'controlling', 5000);
      await viewer.input({ type: 'move', x: 77, y: 555 });
      await until('the rep’s hand', () => desktop.injected.pointer().x === 77);

      again = await startServerProcess({ dataFolder, port, settings: { PREPARE_HOST: 'no' } });
      const customer = await openCustomerLink(again, browserKey);
      const kinds = async () =>
        (await customer.call('log.after', { session: desktop.session, seq: 0 })).entries.map(({ kind }) => kind);
      await until('what happened meanwhile', async () => (await kinds()).at(-1) === 'resumed', 15_000);
      const story = await kinds();
      const count = (wanted: string) => story.filter((kind) => kind === wanted).length;
      assert.deepEqual([count('paused'), count('resumed')], [1, 1], story.join(' '));
      assert.deepEqual([count('asked'), count('granted'), count('host-joined'), count('host-left')], [1, 1, 1, 0]);
      assert.equal(
        (await desktop.atDesk.windows()).some(({ name }) => name.startsWith('Let Ana')),
        false,
      );
      assert.deepEqual(
        viewer.news.filter(({ type }) => type === 'called' || type === 'closed').map(({ type }) => type),
        ['called'],
        'the link stood all the while',
      );
      await customer.call('sessions.end', { session: desktop.session, feelsWrong: false });
      await viewer.hears('closed');
      customer.close();
    } finally {
      await desktop.end('serverIsGone');
      await again?.stop();
      await office.close();
    }
  });
});
