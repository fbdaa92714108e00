/** Scripts on a real computer: this one. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fuzzedCalls } from './fuzzed-calls.ts';
import type { ScriptParameter } from '../../../shared/contract/script.ts';
import { until } from '../customer-host-x11/x-display.ts';
import { aScript, anActionsTool } from './an-actions-tool.ts';

const name: ScriptParameter = { name: 'NAME', label: 'Name', kind: 'text', choices: [], isRequired: true };

describe('The organisation’s scripts on the customer’s computer', function () {
  this.timeout(30_000);
  let place: string;
  before(async () => {
    place = await mkdtemp(join(tmpdir(), 'scripts-'));
  });
  after(() => rm(place, { recursive: true, force: true }));
  const isAlive = (pid: number) => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  };

  it('read what was filled in from variables, whatever it says, and none of the host’s own', async () => {
    const variables = { ...process.env, REMOTEHELP_HOST_NAME: 'secret' };
    const { run, ended, output, logged } = anActionsTool({ place, variables });
    const evil = '$(touch /tmp/never); "`id`\' && exit 7';
    await run(aScript('printf "%s|%s|" "$PARAM_NAME" "$REMOTEHELP_HOST_NAME"', { parameters: [name] }), {
      NAME: evil,
    });
    assert.deepEqual(await ended(), { type: 'script.ended', run: 1, outcome: 'done', exitCode: 0, problem: '' });
    assert.equal(output(), `${evil}||`);
    assert.deepEqual(logged, [
      { did: 'script-begun', script: 'Test' },
      { did: 'script-run', script: 'Test', outcome: 'done', exitCode: 0, output: `${evil}||`, problem: '' },
    ]);
  });

  it('lie in a private file while they run, and nothing of them is left', async () => {
    const { run, ended, output } = anActionsTool({ place });
    await run(aScript('stat -c %a "$0" "$(dirname "$0")"; pwd; cat "$0"', { interpreter: 'bash' }));
    await ended();
    assert.match(output(), /^700\n700\n/);
    assert.match(output(), /cat "\$0"/, 'as it was written');
    assert.deepEqual(await readdir(place), []);
  });

  it('are heard while they run, fail with their code, and leave the end of what they wrote in the log', async () => {
    const { run, ended, output, logged } = anActionsTool({ place });
    await run(
      aScript('echo early; while [ ! -e "$PARAM_NAME" ]; do sleep 0.05; done; seq 1 3000; echo bad >&2; exit 3', {
        parameters: [name],
      }),
      {
        NAME: join(place, 'go on'),
      },
    );
    await until('the first line', async () => output() === 'early\n');
    await writeFile(join(place, 'go on'), '');
    const end = await ended();
    assert.deepEqual([end?.outcome, end?.exitCode], ['failed', 3]);
    const [, written] = logged;
    assert.ok(written?.did === 'script-run');
    assert.ok(written.output.length <= 4000 && /2999\n3000/.test(written.output) && /bad/.test(written.output));
    await rm(join(place, 'go on'));
  });

  it('are stopped with all that they have started, by the rep or by their time limit', async () => {
    const { run, ended, output, viewer, logged } = anActionsTool({ place });
    const stubborn = 'trap "" TERM; sh -c \'trap "" TERM; sleep 600\' & echo "child $!"; wait; sleep 600';
    const begun = await run(aScript(stubborn));
    await until('its child', async () => /child \d+\n/.test(output()));
    const child = Number(/child (\d+)/.exec(output())?.[1]);
    await assert.rejects(run(aScript('true')), /runs already/, 'one at a time');
    await viewer.call('scripts.stop', { run: begun.run + 5 });
    assert.ok(isAlive(child), 'another run is not this one');
    await viewer.call('scripts.stop', begun);
    assert.deepEqual((await ended())?.outcome, 'stopped');
    await until('the child to be gone', async () => !isAlive(child));

    await run(aScript('sleep 600', { limitSeconds: 1 }));
    const late = await ended(2);
    assert.deepEqual([late?.outcome, late?.problem], ['stopped', 'Stopped after its time limit of 1 s.']);
    assert.equal(logged.filter(({ did }) => did === 'script-run').length, 2);
    assert.deepEqual(await readdir(place), []);
  });

  it('end at the very moment in which the consent does, and the log has it', async () => {
    const { run, tool, output, logged, viewer } = anActionsTool({ place });
    await run(aScript('echo $$; sleep 600'));
    await until('its number', async () => /^\d+\n/.test(output()));
    const pid = Number(output());
    tool.stop();
    assert.deepEqual(
      logged.map((use) => [use.did, 'outcome' in use ? use.outcome : undefined]),
      [
        ['script-begun', undefined],
        ['script-run', 'stopped'],
      ],
      'before anything else can happen',
    );
    await until('it to be gone', async () => !isAlive(pid));
    assert.deepEqual(await readdir(place), []);
    void viewer.call('actions.list', {}).then(() => assert.fail('nothing is answered any more'));
  });

  it('are nothing that a viewer could write, change or send to the wrong system', async () => {
    const { run, ended, viewer, logged } = anActionsTool({ place });
    const other = aScript('true', { revision: 2 });
    await run(other);
    await ended();
    await assert.rejects(viewer.call('scripts.run', { script: other.id, revision: 1, values: {} }), /faster/);
    await assert.rejects(run(aScript('true', { systems: ['windows'], interpreter: 'cmd' })), /not for the system/);
    await assert.rejects(run(aScript('true', { parameters: [name] })), /cannot be that/);
    await assert.rejects(run(aScript('true'), { LD_PRELOAD: '/tmp/evil.so' }), /cannot be that/);
    assert.equal(logged.filter(({ did }) => did === 'script-begun').length, 1, 'the one of the right revision');
  });

  it('says which interpreter is missing', async () => {
    const { run, ended } = anActionsTool({ place, variables: { PATH: place } });
    await run(aScript('true', { interpreter: 'bash' }));
    const end = await ended();
    assert.deepEqual([end?.outcome, end?.problem], ['failed', 'bash is not installed on this computer.']);
  });

  it('survives ten thousand messages of a hostile viewer, which start nothing', async () => {
    const { tool, logged, viewer, asked } = anActionsTool({ place, variables: { PATH: place } });
    for (const message of fuzzedCalls(10_000)) tool.take(message);
    assert.equal((await viewer.call('actions.list', {})).system, 'linux', 'it still answers');
    assert.deepEqual([logged, asked], [[], []]);
    assert.equal(await readFile('/tmp/written-by-a-viewer', 'utf8').catch(() => 'nothing'), 'nothing');
    tool.stop();
  });
});
