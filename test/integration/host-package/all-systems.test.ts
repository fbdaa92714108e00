import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';
import * as v from 'valibot';
import { preparedHost } from '../../../server/host-download/prepared-host.ts';
import { HostSystem } from '../../../shared/contract/host-system.ts';
import { sha256Of } from '../../../scripts/host/published-parts.mjs';
import { isSignedWhole } from '../../../scripts/host/sign-mach-o.mjs';
import { origin } from './downloaded-host.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../..');
const systems = HostSystem.options;

describe('the customer host for all systems, made on this machine by one command', function () {
  // The first time on a machine the runtimes and native parts of all systems are downloaded and compressed.
  this.timeout(900_000);
  let folder: string;
  let output: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'all-systems-test-'));
    const signer = await aSigner('echo "$1" >> "$(dirname "$0")/signed"; test -x "$2"');
    output = (await prepare([`--signer=${signer}`])).stdout;
  });

  after(() => rm(folder, { recursive: true, force: true }));

  it('lies ready for each, with its size and the checksum of its program', async () => {
    assert.equal([...output.matchAll(/is packed \(\d+\.\d MB, \d+\.\d MB to download\)/g)].length, systems.length);
    for (const system of systems) {
      const prepared = await preparedHost(folder, system);
      const executable = await executableOf(system);
      assert.equal(prepared.executableBytes, (await stat(executable)).size);
      assert.equal(prepared.sha256, await sha256Of(executable));
      assert.ok(prepared.bodyBytes < prepared.executableBytes / 2, `${system} is compressed`);
      assert.equal(prepared.archive, system === 'windows-x64' ? 'none' : 'tar');
    }
  });

  it('has for Windows its own name, icon and no console, and not the signature of what it was made of', async () => {
    const program = NtExecutable.from(await readFile(await executableOf('windows-x64')));
    assert.equal(program.newHeader.optionalHeader.subsystem, 2);
    assert.equal(program.newHeader.optionalHeaderDataDirectory.get(4).virtualAddress, 0, 'no certificate');
    const { entries } = NtExecutableResource.from(program);
    assert.equal(Resource.IconGroupEntry.fromEntries(entries)[0]?.icons.length, 4);
    const [info] = Resource.VersionInfo.fromEntries(entries);
    const said = info?.getStringValues({ lang: 1033, codepage: 1200 });
    assert.equal(said?.['FileDescription'], 'RemoteHelp of Ostervale City Services');
    assert.equal(said?.['ProductName'], 'RemoteHelp');
  });

  it('takes on Windows no library from the folder that it was downloaded to', async () => {
    const program = NtExecutable.from(await readFile(await executableOf('windows-x64')));
    const { virtualAddress } = program.newHeader.optionalHeaderDataDirectory.get(10);
    const section = program.getSectionByEntry(10);
    assert.ok(section?.data);
    // LOAD_LIBRARY_SEARCH_SYSTEM32 in the field DependentLoadFlags of the load configuration.
    const at = virtualAddress - section.info.virtualAddress + 78;
    assert.equal(new DataView(section.data).getUint16(at, true), 0x800);
  });

  it('carries for macOS a signature that fits every one of its bytes', async () => {
    for (const system of ['macos-x64', 'macos-arm64'] as const) {
      const program = await readFile(await executableOf(system));
      assert.equal(isSignedWhole(program), true, system);
      const at = program.length >> 1;
      program.writeUInt8(program.readUInt8(at) ^ 1, at);
      assert.equal(isSignedWhole(program), false, 'after one bit has changed');
    }
  });

  it('is signed by the organisation’s own program where one is named, and is not made when that refuses', async () => {
    assert.deepEqual((await readFile(join(folder, 'signed'), 'utf8')).trim().split('\n'), [...systems]);
    assert.equal((await preparedHost(folder, 'windows-x64')).isSigned, true);
    const refusing = await aSigner('echo "the key is locked" >&2; exit 1');
    const made = prepare([`--signer=${refusing}`, '--system=linux-x64']);
    await assert.rejects(made, /did not sign the customer host for linux-x64\. the key is locked/);
  });

  it('says which systems there are when it is asked for another one', async () => {
    await assert.rejects(prepare(['--system=beos']), /There is no host for "beos"\. Known: linux-x64, windows-x64/);
  });

  async function executableOf(system: HostSystem): Promise<string> {
    const name = (await readdir(folder)).find((each) => each.startsWith(`RemoteHelp-${system}-`));
    return join(folder, v.parse(v.string(), name));
  }

  async function aSigner(script: string): Promise<string> {
    const file = join(folder, `sign-${script.length}`);
    await writeFile(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return file;
  }

  function prepare(more: readonly string[]): Promise<{ stdout: string }> {
    return run(process.execPath, [
      join(root, 'scripts/host/prepare-host.mjs'),
      origin,
      folder,
      join(root, 'dist/host-cache'),
      'Ostervale City Services',
      'test/integration/host-package/tiny-host.ts',
      ...more,
    ]);
  }
});
