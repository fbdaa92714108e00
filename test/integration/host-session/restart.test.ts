import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../customer-host-x11/x-display.ts';
import { openOffice, startSessionOnDesktop } from './session-on-desktop.ts';
import type { Office, SessionOnDesktop } from './session-on-desktop.ts';

const projectRoot = join(import.meta.dirname, '../../..');

describe('a customer’s computer that is restarted in a session', function () {
  this.timeout(90_000);
  let office: Office;
  let desktop: SessionOnDesktop;
  let home: string;
  let environment: NodeJS.ProcessEnv;
  let returned: ChildProcess | undefined;

  before(async () => {
    office = await openOffice();
    home = await mkdtemp(join(tmpdir(), 'restart-'));
    // Nothing restarts here: that it is ordered, and with what, is all that a test can see.
    for (const name of ['systemctl', 'shutdown']) await program(name, `echo "${name} $*" >> ${home}/ordered`);
    await program('busctl', `echo 's "yes"'`);
    environment = { HOME: home, XDG_CONFIG_HOME: '', XDG_CACHE_HOME: '', PATH: `${home}:${process.env['PATH']}` };
    desktop = await startSessionOnDesktop(office, undefined, environment);
  });
  after(async () => {
    if (returned?.exitCode === null) returned.kill('SIGKILL');
    await desktop?.end();
    await office.close();
    await rm(home, { recursive: true, force: true });
  });

  async function program(name: string, does: string) {
    await writeFile(join(home, name), `#!/bin/sh\n${does}\n`);
    await chmod(join(home, name), 0o755);
  }
  const namesIn = (folder: string) => readdir(join(home, folder)).catch((): string[] => []);

  it('is restarted only after the yes on the desktop, and the return is prepared before that [S2-51]', async () => {
    await desktop.ask({ scope: 'actions' });
    await desktop.atDesk.answer(/use repair actions/, 'yes');
    await desktop.logged('granted');
    const viewer = await desktop.viewer();
    await viewer.hears('open');
    const call = { operation: 'actions.do', params: { action: 'restart' } };
    await viewer.send('actions', { type: 'call', id: 1, call });
    await desktop.atDesk.dialog(/restart this computer/);
    assert.deepEqual(await namesIn('.config/autostart'), []);
    await desktop.atDesk.answer(/restart this computer/, 'yes');
    const ordered = () => readFile(join(home, 'ordered'), 'utf8').catch(() => '');
    await until('the order', async () => /systemctl reboot|shutdown -r now/.test(await ordered()));
    assert.equal((await namesIn('.config/autostart')).length, 1);
    const begun = await desktop.logged('tool-used');
    assert.ok(begun.kind === 'tool-used' && begun.use.did === 'restart-begun' && begun.use.returns);
  });

  it('comes back by itself with what was granted, once somebody has signed in again [S2-51]', async () => {
    const [entry = ''] = await namesIn('.config/autostart');
    const text = await readFile(join(home, '.config/autostart', entry), 'utf8');
    desktop.host.terminate();
    assert.equal(await desktop.host.ended(), 0, 'at once, and without waiting for anybody to read a word');
    const left = await desktop.logged('host-left', 1, 15_000);
    assert.ok(left.kind === 'host-left' && left.reason === 'lost');

    const words = /^Exec=(.*)$/m.exec(text)?.[1]?.replaceAll('\\\\', '\\').replaceAll('%%', '%') ?? '';
    returned = spawn('sh', ['-c', `exec ${words}`], {
      cwd: projectRoot,
      env: { ...process.env, ...environment, DISPLAY: desktop.screen.display },
      stdio: 'ignore',
    });
    await desktop.logged('host-joined', 2, 30_000);
    const { sessions } = await office.ana.call('snapshot.get', {});
    const head = sessions.find(({ id }) => id === desktop.session);
    assert.deepEqual(
      head?.consents.map(({ scope }) => scope),
      ['actions'],
    );
    // The host itself holds it, too: a viewer is let in without another question.
    const viewer = await desktop.viewer();
    await viewer.hears('open');
    await until(
      'what is granted',
      async () => viewer.state?.consents.some(({ scope }) => scope === 'actions') === true,
    );
    assert.equal((await desktop.log()).filter(({ kind }) => kind === 'granted').length, 1);
    assert.deepEqual([await namesIn('.config/autostart'), await namesIn('.cache/remotehelp')], [[], []]);
  });

  it('ends like any other session then', async () => {
    assert.ok(returned);
    const gone = once(returned, 'exit');
    await office.ana.call('sessions.end', { session: desktop.session });
    await gone;
  });
});
