import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const catalogue = `
| id | what a user can see or do | where | due |
|---|---|---|---|
| S0-17 | Signs in | EXT | 2 |
| S0-28 | Has a code | SRV | |
| S0-30 | Sees the end | WEB/HOST | 2 |
| F3 | two accept → one wins | any | 3 |
`;

describe('npm run features', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'remotehelp-features-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const run = (tests: { title: string; file: string; state: string }[], args: string[]) => {
    writeFileSync(join(folder, 'features.md'), catalogue);
    writeFileSync(join(folder, 'some.json'), JSON.stringify({ finished: true, tests }));
    const places = ['--rows', join(folder, 'features.md'), '--results', folder];
    return spawnSync(process.execPath, ['scripts/features.mjs', ...places, ...args], {
      encoding: 'utf8',
      timeout: 10_000,
    });
  };

  const aTest = (title: string, file: string, state = 'passed') => ({ title, file: `test/${file}/a.test.ts`, state });

  it('counts what people see in a browser only when the whole product was tested', () => {
    const tests = [
      aTest('signs in [S0-17]', 'integration'),
      aTest('both see the end [S0-30]', 'e2e'),
      aTest('makes a code, one wins [S0-28] [F3]', 'integration'),
    ];
    assert.deepEqual(JSON.parse(run(tests, ['--json']).stdout), {
      proved: {
        'S0-28': ['makes a code, one wins [S0-28] [F3]'],
        'S0-30': ['both see the end [S0-30]'],
        F3: ['makes a code, one wins [S0-28] [F3]'],
      },
      unproved: ['S0-17'],
    });
  });

  it('takes neither a failed nor a skipped test for a proof', () => {
    const tests = [aTest('signs in [S0-17]', 'e2e', 'failed'), aTest('has a code [S0-28]', 'e2e', 'pending')];
    assert.deepEqual(JSON.parse(run(tests, ['--json']).stdout), {
      proved: {},
      unproved: ['S0-17', 'S0-28', 'S0-30', 'F3'],
    });
  });

  it('refuses a title that names more than three rows', () => {
    const { status, stderr } = run([aTest('does all [S0-17, S0-28] [S0-30] [F3]', 'e2e')], []);
    assert.equal(status, 1);
    assert.match(stderr, /names 4 rows; 3 is the most/);
  });

  it('refuses a row that does not exist, and one that is misspelt', () => {
    const { status, stderr } = run([aTest('does it [S0-99]', 'e2e'), aTest('does it [F-3]', 'e2e')], []);
    assert.equal(status, 1);
    assert.match(stderr, /S0-99, which is no row/);
    assert.match(stderr, /F-3, which is no row/);
  });

  it('fails on request while a row that is due is open, and only then', () => {
    const tests = [aTest('signs in [S0-17]', 'e2e')];
    assert.equal(run(tests, ['--issue', '2', '--strict']).status, 1);
    assert.equal(run([...tests, aTest('sees the end [S0-30]', 'e2e')], ['--issue', '2', '--strict']).status, 0);
  });
});
