import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

describe('npm test', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'remotehelp-runner-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const run = (testCode: string) => {
    const file = join(folder, 'some.test.ts');
    writeFileSync(file, testCode);
    const { status, stdout } = spawnSync(process.execPath, ['scripts/test.mjs', 'unit', `--results=${folder}`, file], {
      encoding: 'utf8',
      timeout: 50_000,
    });
    return { status, stdout, lastLine: stdout.trimEnd().split('\n').at(-1) };
  };

  it('ends with the counts, alone on the last line', () => {
    const { status, lastLine } = run(`it('one', () => {}); it('two', () => {});`);
    assert.equal(lastLine, '2 passed, 0 failed');
    assert.equal(status, 0);
  });

  it('fails when a test fails, and counts what was skipped', () => {
    const { status, lastLine } = run(`it('one', () => {}); it('two', () => { throw new Error('no'); }); it('three');`);
    assert.equal(lastLine, '1 passed, 1 failed, 1 skipped');
    assert.equal(status, 1);
  });

  it('fails when the tests end in the middle, though none of them failed', () => {
    const { status, stdout, lastLine } = run(`it('one', () => {}); it('two', () => process.exit(0));`);
    assert.match(stdout, /ended before its tests did/);
    assert.match(lastLine ?? '', /passed, 1 failed$/);
    assert.equal(status, 1);
  });

  it('fails when there is not one test', () => {
    const { status, lastLine } = run('export {};');
    assert.equal(lastLine, '0 passed, 1 failed');
    assert.equal(status, 1);
  });

  it('refuses a test that runs alone and leaves the others out', () => {
    const { status } = run(`it['only']('one', () => {}); it('two', () => {});`);
    assert.equal(status, 1);
  });

  it('ends what the tests left running, also when it hid in a session of its own', () => {
    const pidFile = join(folder, 'pid');
    const { stdout } = run(`
      import { spawn } from 'node:child_process';
      import { writeFileSync } from 'node:fs';
      it('leaves a program running', () => {
        const child = spawn('sleep', ['120'], { detached: true, stdio: 'ignore' });
        child.unref();
        writeFileSync(${JSON.stringify(pidFile)}, String(child.pid));
      });`);
    assert.match(stdout, /Left running by the unit tests, ended now: \d+ sleep 120/);
    // An ended process that nobody has collected yet has an empty command line.
    const commandLine = `/proc/${readFileSync(pidFile, 'utf8')}/cmdline`;
    assert.ok(!existsSync(commandLine) || readFileSync(commandLine, 'utf8') === '', 'the program is still there');
  });
});
