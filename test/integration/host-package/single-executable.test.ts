import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import type { Download } from './downloaded-host.ts';
import {
  authority,
  customerEnvironment,
  download,
  origin,
  prepare,
  runHost,
  ticket,
  unpack,
} from './downloaded-host.ts';

const run = promisify(execFile);

describe('the customer host as one executable', function () {
  // The first build on a machine downloads the runtime and compresses the native parts.
  this.timeout(300_000);
  let prepared: string;
  let here: Download;
  let executable: string;

  before(async () => {
    prepared = await mkdtemp(join(tmpdir(), 'host-prepared-test-'));
    assert.match(await prepare(prepared), /is packed/);
  });

  beforeEach(async () => {
    here = await download(prepared);
    executable = await unpack(here.archive, here.folder);
  });

  afterEach(() => here.remove());

  after(() => rm(prepared, { recursive: true, force: true }));

  it('unpacks what it needs, loads it, and leaves no file behind [S0-70]', async () => {
    const { finding } = await runHost(executable, [], customerEnvironment(here.temporary));
    assert.equal(finding.isPackaged, true);
    assert.equal(finding.offersData, true);
    assert.equal(finding.nativePidIsRight, true);
    assert.deepEqual(await readdir(here.temporary), []);
  });

  it('knows its ticket from its name, however a browser or a file manager changed that [H-51]', async () => {
    for (const suffix of ['', ' (1)', '-1', ' - Copy', ' - Copy (2)', ' copy']) {
      const renamed = join(here.folder, `RemoteHelp-${ticket}${suffix}`.normalize('NFD'));
      await rename(executable, renamed);
      executable = renamed;
      const { finding } = await runHost(executable, [], customerEnvironment(here.temporary));
      assert.equal(finding.ticket, ticket, suffix);
    }
    const nameless = join(here.folder, 'helper');
    await rename(executable, nameless);
    const { finding } = await runHost(nameless, [], customerEnvironment(here.temporary));
    assert.equal(finding.ticket, undefined);
  });

  it('belongs to the server and the authority that it was prepared for, whatever the environment says', async () => {
    const poisoned = customerEnvironment(here.temporary, {
      REMOTEHELP_HOST_SERVER: 'https://evil.example',
      REMOTEHELP_HOST_AUTHORITY: '/evil/authority.crt',
    });
    const { finding } = await runHost(executable, [], poisoned);
    assert.deepEqual(finding.server, { origin, organisation: 'Ostervale City Services', authority });
  });

  it('unpacks elsewhere when the usual folder for temporary files refuses', async () => {
    const refusing = join(here.temporary, 'a file, not a folder');
    await writeFile(refusing, '');
    const { finding } = await runHost(executable, [], { ...customerEnvironment(here.temporary), TMPDIR: refusing });
    assert.equal(finding.offersData, true);
    assert.deepEqual(await readdir(here.temporary), [basename(refusing)]);
  });

  it('runs no foreign code that NODE_OPTIONS asks for', async () => {
    const trace = join(here.temporary, '..', 'foreign-code-ran');
    const foreign = join(here.temporary, '..', 'foreign.cjs');
    await writeFile(foreign, `require('node:fs').writeFileSync(${JSON.stringify(trace)}, '')`);
    const poisoned = customerEnvironment(here.temporary, { NODE_OPTIONS: `--require ${foreign}` });
    const { finding } = await runHost(executable, [], poisoned);
    assert.equal(finding.isPackaged, true);
    assert.equal(existsSync(trace), false);
    // The same option does run it in an ordinary Node: the proof above is not an accident.
    await run(process.execPath, ['-e', ''], { env: { NODE_OPTIONS: `--require ${foreign}` } });
    assert.equal(existsSync(trace), true);
  });

  it('sweeps what a killed host left, and leaves a living one alone', async () => {
    const environment = customerEnvironment(here.temporary);
    const [killed, living] = [await hold(environment), await hold(environment)];
    killed.child.kill('SIGKILL');
    await once(killed.child, 'exit');
    assert.equal(existsSync(killed.folder), true);
    await runHost(executable, [], environment);
    assert.equal(existsSync(killed.folder), false);
    assert.equal(existsSync(living.folder), true);
    living.child.kill('SIGKILL');
    await once(living.child, 'exit');
  });

  it('removes itself and its download at the end, and nothing else [S0-71]', async () => {
    const ownFolder = join(here.folder, basename(here.archive, '.tar.gz'));
    executable = await unpack(here.archive, ownFolder);
    const other = join(here.folder, `remotehelp-${'b'.repeat(26)}.tar.gz`);
    const beside = join(here.folder, 'holiday.jpg');
    await copyFile(here.archive, join(here.folder, `remotehelp-${ticket} (1).tar.gz`));
    await writeFile(other, 'another session');
    await writeFile(beside, 'a picture');
    await rm(join(here.folder, `RemoteHelp-${ticket}`));

    const { finding } = await runHost(executable, ['remove'], customerEnvironment(here.temporary));
    assert.deepEqual(finding.removal?.kept, []);
    assert.deepEqual((await readdir(here.folder)).sort(), [basename(beside), basename(other)].sort());
  });

  it("keeps the folder when the customer's own things are in it", async () => {
    const ownFolder = join(here.folder, `remotehelp-${ticket}`);
    executable = await unpack(here.archive, ownFolder);
    await writeFile(join(ownFolder, 'notes.txt'), 'mine');
    await runHost(executable, ['remove'], customerEnvironment(here.temporary));
    assert.deepEqual(await readdir(ownFolder), ['notes.txt']);
  });

  it('costs nothing to prepare again', async () => {
    const before = await stat(join(prepared, 'linux-x64.json'));
    assert.match(await prepare(prepared), /up to date/);
    assert.equal((await stat(join(prepared, 'linux-x64.json'))).mtimeMs, before.mtimeMs);
  });

  it('refuses a download whose native part was tampered with', async () => {
    const bytes = await readFile(executable);
    const sum = (await sums()).find((each) => bytes.includes(each)) ?? '';
    assert.match(sum, /^[0-9a-f]{64}$/, 'the checksum is in the executable');
    const at = bytes.lastIndexOf(sum);
    bytes.write(sum.startsWith('0') ? '1' : '0', at);
    const broken = join(dirname(executable), 'broken');
    await writeFile(broken, bytes, { mode: 0o755 });
    await assert.rejects(runHost(broken, [], customerEnvironment(here.temporary)), /damaged/);
    assert.deepEqual(await readdir(here.temporary), []);
  });

  /** The checksums of wrtc as the builder keeps them, one for each system that has been built for here. */
  async function sums(): Promise<string[]> {
    const cache = join(import.meta.dirname, '../../../dist/host-cache');
    const names = (await readdir(cache)).filter((each) => /^wrtc-.*\.sha256$/.test(each));
    return Promise.all(names.map((name) => readFile(join(cache, name), 'utf8')));
  }

  async function hold(env: Record<string, string>): Promise<{ child: ReturnType<typeof spawn>; folder: string }> {
    const child = spawn(executable, ['hold'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    const [line]: unknown[] = await once(child.stdout, 'data', { signal: AbortSignal.timeout(20_000) });
    const { holds } = v.parse(v.object({ holds: v.string() }), JSON.parse(String(line)));
    return { child, folder: holds };
  }
});
