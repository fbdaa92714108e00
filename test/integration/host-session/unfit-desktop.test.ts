import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { openHostLink } from '../../support/people.ts';
import { startXDisplay, until } from '../customer-host-x11/x-display.ts';
import { aLiveSession, someFacts } from '../server-sessions/sessions-for-tests.ts';
import { openOffice } from './session-on-desktop.ts';
import type { Office } from './session-on-desktop.ts';
import { windowTree } from '../customer-host-x11/window-tree.ts';

const projectRoot = join(import.meta.dirname, '../../..');

describe('a host that cannot keep its promises on this desktop', function () {
  this.timeout(60_000);
  let office: Office;

  before(async () => {
    office = await openOffice();
  });
  after(() => office.close());

  async function aStartedHost(name: string, environment: Record<string, string>) {
    const { customer, session } = await aLiveSession(office.server, office.ana, name);
    const { ticket } = await customer.call('host.ticket', { session });
    const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...clean } = process.env;
    const child = spawn(process.execPath, ['--import', 'tsx', 'customer-host/main.ts'], {
      cwd: projectRoot,
      env: {
        ...clean,
        REMOTEHELP_HOST_SERVER: office.server.origin,
        REMOTEHELP_HOST_NAME: `RemoteHelp-${ticket}`,
        ...environment,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let output = '';
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const failed = await customer.event('log.appended', ({ entry }) => entry.kind === 'host-failed', 20_000);
    return { customer, session, ticket, child, failed: failed.entry, output: () => output };
  }

  /** The rep has read it too, and the same download can still be used. */
  async function isToldAndNotSpent({ session, ticket, failed }: Awaited<ReturnType<typeof aStartedHost>>) {
    await office.ana.event('log.appended', ({ entry }) => entry.kind === 'host-failed' && entry.session === session);
    const host = await openHostLink(office.server, { by: 'ticket', ticket });
    await host.call('session.join', { facts: someFacts });
    host.close();
    await office.ana.call('sessions.end', { session });
    return failed.kind === 'host-failed' && failed.reason;
  }

  it('says on a Wayland desktop what to do, tells both sides, and asks for nothing', async () => {
    const screen = await startXDisplay({ nested: true, windowManager: true, width: 1280, height: 800 });
    const started = await aStartedHost('Marta', { DISPLAY: screen.display, XDG_SESSION_TYPE: 'wayland' });
    try {
      const windows = () => windowTree(screen);
      await until('the notice', async () => (await windows()).includes('RemoteHelp cannot show this desktop'));
      assert.doesNotMatch(await windows(), /Ana Petrescu/);
      assert.equal(await isToldAndNotSpent(started), 'wayland');
    } finally {
      started.child.kill();
      started.customer.close();
      await screen.stop();
    }
  });

  it('says without a desktop what is missing, in a sentence, and tells both sides', async () => {
    const started = await aStartedHost('Juan', {});
    if (started.child.exitCode === null) await once(started.child, 'exit', { signal: AbortSignal.timeout(10_000) });
    assert.match(started.output(), /RemoteHelp found no desktop\. Start it from your own desktop session\./);
    assert.doesNotMatch(started.output(), /\n +at /, 'no stack');
    assert.equal(await isToldAndNotSpent(started), 'no-desktop');
    started.customer.close();
  });
});
