/** A company's own staff: extension and host are there already, and help begins without a download. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { EXTENSION_ID, FIREFOX_EXTENSION_ID } from '../../shared/contract/extension-id.ts';
import { nativeHostName } from '../../shared/contract/native-host.ts';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { press, seeText, startBrowser, textOf } from './support/browser.ts';
import type { BrowserOptions, TestBrowser } from './support/browser.ts';
import { startCustomer, type Customer } from './support/customer.ts';
import { startFirefox } from './support/firefox.ts';
import { pictureIn } from './support/remote-picture.ts';
import { askForHelp, startStage, type Stage } from './support/stage.ts';

const run = promisify(execFile);
const built = resolve(import.meta.dirname, '../../dist/extension');

describe('The installed host', function () {
  this.timeout(120_000);
  let stage: Stage;
  let home: string;
  /** As the server prepared it, with no ticket in its name. */
  let program: string;
  let customer: Customer | undefined;

  before(async function () {
    this.timeout(420_000);
    stage = await startStage({ host: true });
    home = mkdtempSync(join(tmpdir(), 'rh-staff-'));
    const prepared = join(stage.server.dataFolder, 'host');
    program = join(prepared, readdirSync(prepared).find((file) => file.startsWith('RemoteHelp-')) ?? assert.fail());
  });
  afterEach(async () => {
    await customer?.close();
    customer = undefined;
  });
  after(async function () {
    this.timeout(60_000);
    await stage?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  const asStaff = (order: string) => run(program, [order], { env: { PATH: '/usr/bin:/bin', HOME: home } });
  const installed = () => join(home, '.local/share/remotehelp', nativeHostName(stage.server.origin), 'RemoteHelp');

  const inChromium = (options: BrowserOptions) =>
    startBrowser({
      ...options,
      environment: { ...options.environment, HOME: home },
      extension: join(built, 'chrome-mv3'),
      profile: join(home, '.config/chromium'),
    });
  const inFirefox = (options: BrowserOptions) =>
    startFirefox({
      ...options,
      environment: { ...options.environment, HOME: home },
      extension: join(built, 'firefox-mv2'),
    });

  it('is put there by one command, which says who knows it now', async () => {
    await assert.rejects(asStaff('status'), /is not installed here/);
    const { stdout } = await asStaff('install');
    assert.ok(stdout.includes(installed()), stdout);
    assert.match(stdout, /Chrome, Chromium, Edge, Firefox/);
    assert.ok(existsSync(installed()));
    assert.match((await asStaff('status')).stdout, /is installed as/);
  });

  const browsers: readonly [string, (options: BrowserOptions) => Promise<TestBrowser>][] = [
    ['Chromium', inChromium],
    ['Firefox', inFirefox],
  ];
  for (const [title, start] of browsers) {
    it(`is started from the page by the extension in ${title}, and lives on when that browser closes [S3-16]`, async () => {
      const name = title === 'Chromium' ? 'Chiara Conti' : 'Fiona Ferrant';
      customer = await startCustomer(stage.server.origin, start);
      const { page, desktop } = customer;
      await askForHelp(page, { name });
      await seeText(stage.panel, new RegExp(name));
      await press(stage.panel, 'Accept');
      await seeText(page, /Ana Petrescu joined/);
      await press(stage.panel, 'View');
      await press(stage.panel, `Ask ${name.split(' ')[0]}`);
      await press(page, 'Yes, for 15 minutes');
      await seeText(page, /is on this computer already/);
      assert.doesNotMatch(await textOf(page), /Download the program/);
      await press(page, 'Start RemoteHelp');
      await seeText(stage.panel, /Asked on the desktop/, 'body', 30_000);
      await customer.answerOnDesktop('yes');
      await seeText(stage.panel, /Seeing/);
      await press(stage.panel, 'Screen');
      await until('the picture', () => pictureIn(stage.panel), 15_000);

      const [host] = hostsOf(desktop.display);
      assert.ok(host !== undefined, 'the host is a process of its own');
      await page.browser().close();
      assert.deepEqual(hostsOf(desktop.display), [host]);
      await desktop.run('xsetroot', ['-solid', '#2060a0']);
      await press(stage.panel, 'Chat');
      await press(stage.panel, 'End');
      await press(stage.panel, 'End session');
      // The word of the end would go by itself after half a minute: the customer closes it.
      await customer.answerOnDesktop('yes');
      await until('the host to end', () => hostsOf(desktop.display).length === 0, 40_000);
      await customer.hostWindowsGone();
      assert.ok(existsSync(installed()), 'it stays for the next time');
      await press(stage.panel, 'Put away');
    });
  }

  /** Processes of the installed host on this display, by their ids. */
  function hostsOf(display: string): string[] {
    return readdirSync('/proc').filter((id) => {
      if (!/^\d+$/.test(id)) return false;
      try {
        const words = readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
        return (
          words[0] === installed() &&
          words[1] === '' &&
          readFileSync(`/proc/${id}/environ`, 'utf8').includes(`DISPLAY=${display}`)
        );
      } catch {
        // It has just ended.
        return false;
      }
    });
  }

  it('is put there for everybody by the computer’s administrator, and taken back whole', async () => {
    // In empty folders of its own, so that no other browser of this computer hears of it.
    const folders = ['/opt', '/etc/opt', '/etc/chromium', '/usr/lib/mozilla'];
    const orders = [
      ...folders.map((folder) => `mkdir -p ${folder} && mount -t tmpfs none ${folder}`),
      `'${program}' install --everybody`,
      'cat /etc/chromium/native-messaging-hosts/*.json',
      'cat /usr/lib/mozilla/native-messaging-hosts/*.json',
      `'${program}' status --everybody`,
      `'${program}' uninstall --everybody`,
      `find ${folders.join(' ')} -type f`,
      `echo nothing is left`,
    ];
    const { stdout } = await run('unshare', ['--mount', 'sh', '-c', orders.join(' && ')]);
    const executable = `/opt/remotehelp/${nativeHostName(stage.server.origin)}/RemoteHelp`;
    assert.equal(stdout.split(`"path": "${executable}"`).length, 3, 'in both manifests');
    assert.ok(stdout.includes(`chrome-extension://${EXTENSION_ID}/`) && stdout.includes(FIREFOX_EXTENSION_ID), stdout);
    assert.equal(stdout.split('is installed as').length, 3, 'said when it was done, and when it was asked');
    assert.match(stdout, /is not on this computer any more\.\nnothing is left\n$/);
  });

  it('is gone after one command', async () => {
    const { stdout } = await asStaff('uninstall');
    assert.match(stdout, /is not on this computer any more/);
    assert.ok(!existsSync(join(home, '.local/share/remotehelp')));
    await assert.rejects(asStaff('status'), /is not installed here/);
  });
});
