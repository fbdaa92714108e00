/** Special actions, with the programs of a desktop that the test has made. */
import assert from 'node:assert/strict';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../customer-host-x11/x-display.ts';
import { anActionsTool } from './an-actions-tool.ts';

describe('Special actions on the customer’s computer', () => {
  let folder: string;
  const done = async () => readFile(join(folder, 'done'), 'utf8').catch(() => '');

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'actions-'));
    const program = async (name: string, end = '') => {
      await writeFile(join(folder, name), `#!/bin/sh\necho "${name} $*" >> ${folder}/done\n${end}\n`);
      await chmod(join(folder, name), 0o755);
    };
    await program('xflock4');
    await program('xfce4-session-logout');
    await program('xfce4-taskmanager');
    await program('xfce4-settings-manager', 'echo no display >&2; exit 1');
    await program('resolvectl');
  });
  after(() => rm(folder, { recursive: true, force: true }));
  beforeEach(() => rm(join(folder, 'done'), { force: true }));
  const tool = (answer?: 'yes' | 'no' | 'gone' | 'busy') =>
    anActionsTool({
      place: folder,
      variables: { PATH: folder, XDG_CURRENT_DESKTOP: 'XFCE' },
      ...(answer === undefined ? {} : { answer }),
    });

  it('are offered as far as the computer has them, and else say why not', async () => {
    const { actions, system, afterwards } = await tool().viewer.call('actions.list', {});
    assert.deepEqual([system, afterwards], ['linux', 'nothing']);
    const missing = (name: string) => actions.find(({ action }) => action === name)?.missing;
    assert.deepEqual([missing('lock'), missing('log-out'), missing('task-manager')], ['', '', '']);
    assert.match(missing('printer-settings') ?? '', /No program for it is installed/);
    assert.match(missing('restart-safe-mode') ?? '', /no safe mode/);
    assert.deepEqual(
      actions.filter(({ asks }) => asks).map(({ action }) => action),
      ['log-out', 'restart', 'restart-safe-mode'],
    );
  });

  it('are done at once where nothing is lost by them, and the log says how they came out', async () => {
    const { viewer, logged, asked } = tool();
    assert.deepEqual(await viewer.call('actions.do', { action: 'lock' }), { outcome: 'done', problem: '' });
    assert.equal(await done(), 'xflock4 \n');
    assert.deepEqual(await viewer.call('actions.do', { action: 'task-manager' }), { outcome: 'done', problem: '' });
    await until('the task manager', async () => (await done()).includes('xfce4-taskmanager'));
    assert.deepEqual(logged, [
      { did: 'action-done', action: 'lock', outcome: 'done' },
      { did: 'action-done', action: 'task-manager', outcome: 'done' },
    ]);
    assert.deepEqual(asked, []);
  });

  it('that close what is open are asked for on the desktop, and a No is a No', async () => {
    const no = tool('no');
    assert.deepEqual(await no.viewer.call('actions.do', { action: 'log-out' }), { outcome: 'refused', problem: '' });
    assert.deepEqual(
      [no.asked, no.logged],
      [['log-out'], [{ did: 'action-done', action: 'log-out', outcome: 'refused' }]],
    );
    const gone = tool('gone');
    assert.equal((await gone.viewer.call('actions.do', { action: 'log-out' })).outcome, 'stopped');
    await assert.rejects(tool('busy').viewer.call('actions.do', { action: 'log-out' }), /Another question/);
    assert.equal(await done(), '');
    const yes = tool('yes');
    assert.equal((await yes.viewer.call('actions.do', { action: 'log-out' })).outcome, 'done');
    assert.equal(await done(), 'xfce4-session-logout --logout\n');
  });

  it('that the computer lacks are refused with the reason, even to a viewer that asks all the same', async () => {
    const { viewer, logged } = tool();
    await assert.rejects(viewer.call('actions.do', { action: 'updates' }), /No program for it is installed/);
    assert.deepEqual(logged, []);
  });

  it('for the end of the session are chosen of what the computer can do, told there and logged', async () => {
    const { viewer, logged, told, afterwards } = tool();
    await viewer.call('actions.afterwards', { what: 'lock' });
    await viewer.call('actions.afterwards', { what: 'lock' });
    assert.deepEqual([afterwards.chosen, told], ['lock', ['lock']]);
    assert.deepEqual(logged, [{ did: 'afterwards-chosen', what: 'lock' }]);
    assert.equal((await viewer.call('actions.list', {})).afterwards, 'lock');
    const bare = anActionsTool({ place: folder, variables: { PATH: '/nowhere' } });
    await assert.rejects(bare.viewer.call('actions.afterwards', { what: 'log-out' }), /No session manager/);
  });
});
