import assert from 'node:assert/strict';
import { access, chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomId } from '../../../server/secrets/random.ts';
import type { Launch } from '../../../shared/contract/launch.ts';
import { until } from '../customer-host-x11/x-display.ts';
import { openOffice, startSessionOnDesktop } from './session-on-desktop.ts';
import type { Office, SessionOnDesktop } from './session-on-desktop.ts';
import { aLiveSession } from '../server-sessions/sessions-for-tests.ts';

describe('folders and programs opened on the customer’s computer', function () {
  this.timeout(60_000);
  let office: Office;
  let desktop: SessionOnDesktop;
  let folder: string;

  before(async () => {
    office = await openOffice();
    folder = await mkdtemp(join(tmpdir(), 'launch-'));
    // What shows folders differs from desktop to desktop; that it is called, and with what, does not.
    await writeFile(join(folder, 'xdg-open'), `#!/bin/sh\nprintf %s "$*" > ${folder}/shown\n`);
    await chmod(join(folder, 'xdg-open'), 0o755);
    desktop = await startSessionOnDesktop(office, undefined, { PATH: `${folder}:${process.env['PATH']}` });
  });
  after(async () => {
    await desktop?.end();
    await office.close();
    await rm(folder, { recursive: true, force: true });
  });

  const ask = (launch: Launch) =>
    office.ana.call('launch.ask', { session: desktop.session, clientId: randomId(), launch });
  const settled = async (nth: number) => {
    const entry = await desktop.logged('launch-settled', nth);
    return entry.kind === 'launch-settled' ? entry.outcome : undefined;
  };

  it('starts a program with its words only after the Yes on the desktop [S0-59]', async () => {
    const made = join(folder, 'made by the program');
    await ask({ what: 'program', name: 'Make a file', path: 'touch', arguments: `"${made}"` });
    await desktop.atDesk.dialog(/^Let Ana start .*Make a file/);
    await assert.rejects(access(made), 'nothing is started while it is asked');
    await desktop.atDesk.answer(/start .*Make a file/, 'yes');
    assert.equal(await settled(1), 'done');
    await until('the file', () =>
      access(made).then(
        () => true,
        () => false,
      ),
    );
  });

  it('shows a folder by what the desktop shows folders with [S0-58]', async () => {
    await ask({ what: 'folder', name: 'Scans', path: folder });
    await desktop.atDesk.answer(/open the folder .*Scans/, 'yes');
    assert.equal(await settled(2), 'done');
    const shown = async () => readFile(join(folder, 'shown'), 'utf8').catch(() => '');
    await until('the folder', async () => (await shown()) === folder);
  });

  it('says that there is no such program or folder', async () => {
    await ask({ what: 'program', name: 'Nothing', path: join(folder, 'nothing'), arguments: '' });
    await desktop.atDesk.answer(/start .*Nothing/, 'yes');
    assert.equal(await settled(3), 'not-found');
    await ask({ what: 'folder', name: 'No folder', path: join(folder, 'nowhere') });
    await desktop.atDesk.answer(/open the folder .*No folder/, 'yes');
    assert.equal(await settled(4), 'not-found');
    await ask({ what: 'program', name: 'No file', path: '/etc/passwd/x', arguments: '' });
    await desktop.atDesk.answer(/start .*No file/, 'yes');
    assert.equal(await settled(5), 'not-found');
    assert.ok(desktop.host.isRunning(), 'the program on the customer’s computer runs on');
  });

  it('takes the question away when the rep takes it back', async () => {
    await ask({ what: 'folder', name: 'Letters', path: '~' });
    await desktop.atDesk.dialog(/open the folder .*Letters/);
    await assert.rejects(ask({ what: 'folder', name: 'Another', path: '~' }), { code: 'not-allowed' });
    await office.ana.call('launch.unask', { session: desktop.session });
    await until(
      'no dialog',
      async () => !(await desktop.atDesk.windows()).some(({ name }) => name.startsWith('Let Ana')),
    );
  });

  it('opens nothing after a No, and does not let the same be asked at once again', async () => {
    const made = join(folder, 'never made');
    const launch: Launch = { what: 'program', name: 'Never', path: 'touch', arguments: `"${made}"` };
    await ask(launch);
    await desktop.atDesk.answer(/start .*Never/, 'no');
    assert.equal(await settled(6), 'refused');
    await assert.rejects(ask(launch), { code: 'too-many-tries' });
    await assert.rejects(access(made));
  });

  it('refuses what is no path of the computer itself, at the server already [H-24]', async () => {
    const paths = [
      'javascript:alert(1)',
      'file:///etc',
      'ms-msdt:/id x',
      '\\\\host\\share',
      '//host/share',
      'x'.repeat(100_000),
    ];
    for (const path of paths) {
      await assert.rejects(ask({ what: 'folder', name: 'Odd', path }), { code: 'invalid' }, path.slice(0, 20));
    }
  });

  it('needs the program on the customer’s computer', async () => {
    const { customer, session } = await aLiveSession(office.server, office.ana, 'Marta without');
    const launch: Launch = { what: 'folder', name: 'Scans', path: '~' };
    await assert.rejects(office.ana.call('launch.ask', { session, clientId: randomId(), launch }), {
      code: 'not-allowed',
    });
    await office.ana.call('sessions.end', { session });
    customer.close();
  });
});
