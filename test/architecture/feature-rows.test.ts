import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSourceFiles } from './source-files.ts';

describe('Rows of docs/features.md', () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'remotehelp-titles-'));
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('are named by their right ids, three in a title at most', () => {
    const tests = readSourceFiles(['test/unit', 'test/integration', 'test/e2e']).flatMap(({ path, text }) =>
      [...text.matchAll(/^\s*it\(\s*(?<quote>['"`])(?<title>(?:\\.|(?!\k<quote>).)*)\k<quote>/gms)].map(
        ({ groups }) => ({
          title: groups?.['title'] ?? '',
          file: path,
          state: 'passed',
        }),
      ),
    );
    writeFileSync(join(folder, 'titles.json'), JSON.stringify({ finished: true, tests }));
    const { status, stderr } = spawnSync(process.execPath, ['scripts/features.mjs', '--results', folder], {
      encoding: 'utf8',
      timeout: 10_000,
    });
    assert.equal(status, 0, stderr);
    assert.ok(tests.length > 0);
  });
});
