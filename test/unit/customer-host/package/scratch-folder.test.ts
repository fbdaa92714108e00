import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, readdir, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openScratchFolder, SCRATCH_PREFIX, sweepLeftovers } from '../../../../customer-host/package/scratch-folder.ts';

const deadPid = 2 ** 22 + 1;
const now = Date.parse('2026-06-12T10:00:00Z');

describe('the folder that the host unpacks to', () => {
  let place: string;

  beforeEach(async () => {
    place = await mkdtemp(join(tmpdir(), 'scratch-test-'));
  });

  afterEach(() => rm(place, { recursive: true, force: true }));

  it('is for this user only, and goes when it is removed', async () => {
    const folder = openScratchFolder(place);
    assert.equal((await stat(folder.path)).mode & 0o777, 0o700);
    folder.remove();
    folder.remove();
    assert.deepEqual(await readdir(place), []);
  });

  it('is swept when its owner is dead', async () => {
    await leftover('dead', `${deadPid} 123`);
    await leftover('later process with the same number', `${process.pid} 1`);
    assert.equal(sweepLeftovers(place, now).length, 2);
    assert.deepEqual(await readdir(place), []);
  });

  it('stays while its owner lives', () => {
    const folder = openScratchFolder(place);
    assert.deepEqual(sweepLeftovers(place, now), []);
    folder.remove();
  });

  it('is never touched when it is not surely ours', async () => {
    await mkdir(join(place, 'holiday'));
    await leftover('open to others', `${deadPid} 123`);
    await chmod(join(place, `${SCRATCH_PREFIX}open to others`), 0o755);
    await symlink(tmpdir(), join(place, `${SCRATCH_PREFIX}link`));
    await writeFile(join(place, `${SCRATCH_PREFIX}file`), '');
    assert.deepEqual(sweepLeftovers(place, now), []);
    assert.equal((await readdir(place)).length, 4);
  });

  it('is left to a host that is just about to mark it, for a minute', async () => {
    const path = join(place, `${SCRATCH_PREFIX}young`);
    await mkdir(path, { mode: 0o700 });
    await utimes(path, now / 1000 - 30, now / 1000 - 30);
    assert.deepEqual(sweepLeftovers(place, now), []);
    assert.deepEqual(sweepLeftovers(place, now + 60_000), [path]);
  });

  async function leftover(name: string, owner: string): Promise<void> {
    const path = join(place, SCRATCH_PREFIX + name);
    await mkdir(path, { mode: 0o700 });
    await writeFile(join(path, 'owner'), owner);
    await writeFile(join(path, 'wrtc.node'), 'left over');
  }
});
