import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  browsersThatKnow,
  installHost,
  installedExecutable,
  uninstallHost,
} from '../../../../customer-host/install/install-host.ts';
import { mayCall, readRecord } from '../../../../customer-host/install/installed-record.ts';
import { installFolder, registrations } from '../../../../customer-host/install/registrations.ts';

const id = 'abcdefghijklmnopabcdefghijklmnop';
const record = { origin: 'https://help.example', chrome: [id], firefox: ['own@example'] };
const name = 'org.remotehelp.test';

describe('installing the host', () => {
  let home: string;
  let downloaded: string;
  const place = () => ({
    scope: { platform: 'linux' as const, forEverybody: false, home, dataHome: join(home, '.local/share') },
    name,
  });

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'rh-home-'));
    downloaded = join(home, 'RemoteHelp-x (1)');
    writeFileSync(downloaded, '#!/bin/sh\n', { mode: 0o755 });
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  it('copies it to a place that stays, and tells Chrome, Chromium, Edge and Firefox', () => {
    installHost(place(), downloaded, record);
    const executable = join(home, '.local/share/remotehelp', name, 'RemoteHelp');
    assert.equal(installedExecutable(place()), executable);
    assert.equal(statSync(executable).mode & 0o777, 0o755);
    assert.deepEqual(browsersThatKnow(place()), ['Chrome', 'Chromium', 'Edge', 'Firefox']);
    const read = (file: string): unknown => JSON.parse(readFileSync(join(home, file), 'utf8'));
    const common = { name, description: 'RemoteHelp for https://help.example', path: executable, type: 'stdio' };
    for (const folder of ['google-chrome', 'chromium', 'microsoft-edge'])
      assert.deepEqual(read(`.config/${folder}/NativeMessagingHosts/${name}.json`), {
        ...common,
        allowed_origins: [`chrome-extension://${id}/`],
      });
    assert.deepEqual(read(`.mozilla/native-messaging-hosts/${name}.json`), {
      ...common,
      allowed_extensions: ['own@example'],
    });
  });

  it('may be done again over one that is there, also from the installed one itself', () => {
    installHost(place(), downloaded, record);
    writeFileSync(downloaded, 'newer');
    installHost(place(), downloaded, record);
    assert.equal(readFileSync(installedExecutable(place()), 'utf8'), 'newer');
    installHost(place(), installedExecutable(place()), record);
    assert.equal(readFileSync(installedExecutable(place()), 'utf8'), 'newer');
  });

  it('is taken back whole, and leaves what others have put beside it', () => {
    const others = join(home, '.config/chromium/NativeMessagingHosts');
    mkdirSync(others, { recursive: true });
    writeFileSync(join(others, 'com.other.json'), '{}');
    installHost(place(), downloaded, record);
    uninstallHost(place());
    assert.deepEqual(browsersThatKnow(place()), []);
    assert.ok(!existsSync(join(home, '.local/share/remotehelp')));
    assert.deepEqual(readdirSync(others), ['com.other.json']);
    uninstallHost(place());
  });

  it('remembers whose it is, and answers no other extension', () => {
    assert.equal(readRecord(downloaded), undefined, 'a download is no installed host');
    installHost(place(), downloaded, record);
    const kept = readRecord(installedExecutable(place())) ?? assert.fail('no record');
    assert.deepEqual(kept, record);
    assert.ok(mayCall(kept, { browser: 'chrome', id }));
    assert.ok(mayCall(kept, { browser: 'firefox', id: 'own@example' }));
    assert.ok(!mayCall(kept, { browser: 'chrome', id: 'b'.repeat(32) }));
    assert.ok(!mayCall(kept, { browser: 'firefox', id }));
  });

  it('has its places on Windows and macOS, for one person and for everybody', () => {
    const windows = {
      platform: 'win32' as const,
      forEverybody: false,
      home: 'C:\\Users\\Eva',
      dataHome: 'C:\\Users\\Eva\\AppData\\Local',
    };
    assert.equal(installFolder(windows, name), `C:\\Users\\Eva\\AppData\\Local\\RemoteHelp\\${name}`);
    assert.deepEqual(
      registrations(windows, name).map(({ registryKey }) => registryKey),
      ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge', 'Mozilla'].map(
        (key) => `HKCU\\Software\\${key}\\NativeMessagingHosts\\${name}`,
      ),
    );
    const everybody = registrations({ ...windows, forEverybody: true }, name);
    assert.ok(everybody.every(({ registryKey }) => registryKey?.startsWith('HKLM\\')));
    const mac = { platform: 'darwin' as const, forEverybody: true, home: '/Users/eva', dataHome: '' };
    assert.equal(registrations(mac, name)[2]?.manifest, `/Library/Microsoft/Edge/NativeMessagingHosts/${name}.json`);
    assert.equal(installFolder(mac, name), `/Library/RemoteHelp/${name}`);
    const linux = { ...place().scope, forEverybody: true };
    assert.equal(registrations(linux, name)[3]?.manifest, `/usr/lib/mozilla/native-messaging-hosts/${name}.json`);
    assert.equal(installFolder(linux, name), `/opt/remotehelp/${name}`);
  });
});
