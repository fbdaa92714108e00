/** How whoever helps gets the extension: by hand, by the organisation's policy, and in Firefox. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Browser, Page } from 'puppeteer-core';
import { ExtensionPackages, installedVersionAttribute } from '../../shared/contract/extension-packages.ts';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { createRep, finishSetUp } from '../support/people.ts';
import type { Rep } from '../support/people.ts';
import { startServerProcess, type ServerProcess } from '../support/server-process.ts';
import { fill, press, seeText, startBrowser } from './support/browser.ts';
import type { TestBrowser } from './support/browser.ts';
import { startFirefox } from './support/firefox.ts';
import { startManagedBrowser } from './support/managed-browser.ts';

describe('Installing the extension', function () {
  this.timeout(90_000);
  let server: ServerProcess;
  let ana: Rep;
  let packages: ExtensionPackages;
  let chromium: TestBrowser;
  const closing: (() => Promise<void>)[] = [];

  before(async () => {
    server = await startServerProcess({ settings: { PREPARE_HOST: 'no' } });
    ana = await createRep(await finishSetUp(server), { displayName: 'Ana Petrescu', userId: 'ana' });
    packages = v.parse(ExtensionPackages, await (await fetch(`${server.origin}/extension/about.json`)).json());
    chromium = await startBrowser();
  });
  after(async () => {
    for (const close of closing) await close();
    await chromium?.close();
    await server?.stop();
  });

  const openInstallPage = async (browser: Browser): Promise<Page> => {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/install`);
    await page.bringToFront();
    return page;
  };
  const youHave = () => new RegExp(`You have ${packages.version}, this server has ${packages.version}\\.`);

  it('is shown step by step, and by hand it is in the browser at once [S0-62]', async () => {
    const page = await openInstallPage(chromium.browser);
    await seeText(page, /This browser shows no RemoteHelp of this server\./);
    const steps = await page.$$eval('.install-step', (all) =>
      all.map((step) => [step.textContent ?? '', step.querySelector('.drawn') !== null]),
    );
    assert.equal(steps.length, 4);
    assert.ok(
      steps.every(([, isDrawn]) => isDrawn),
      'each has its picture',
    );
    await press(page, 'Save the archive');
    const archive = join(chromium.downloads, 'remotehelp-chrome.zip');
    await until('the archive to be saved', () => existsSync(archive));
    const folder = join(chromium.profile, 'unpacked');
    execFileSync('unzip', ['-q', archive, '-d', folder]);

    const withIt = await startBrowser({ extension: folder });
    closing.push(withIt.close);
    const told = await openInstallPage(withIt.browser);
    await seeText(told, youHave());
    await seeText(told, /Nothing is left to be done/);
    // The same server by an address that the extension is not bound to.
    const other = await withIt.browser.newPage();
    await other.goto(`${server.origin.replace('localhost', '127.0.0.1')}/install`);
    await seeText(other, /This browser shows no RemoteHelp of this server\./);
    assert.equal(
      await other.evaluate((name) => document.documentElement.hasAttribute(name), installedVersionAttribute),
      false,
    );
  });

  it('comes by the organisation’s policy, signed by the server, and signs in to it [S0-62]', async () => {
    const page = await openInstallPage(chromium.browser);
    await page.click('.install-more > summary');
    const policy = await page.$$eval('pre', (all) => all.map((lines) => lines.textContent ?? ''));
    assert.equal(policy[0], `${packages.signedId};${server.origin}/extension/updates.xml`);
    const managed = await startManagedBrowser(JSON.parse(policy[1] ?? ''));
    closing.push(managed.close);
    const told = await openInstallPage(managed.browser);
    await seeText(told, youHave(), 'body', 30_000);

    const address = `chrome-extension://${packages.signedId}/sidepanel.html`;
    const panel = await openExtensionPage(managed.browser, address);
    const typed = await panel.waitForSelector('input[name=server]');
    assert.equal(await typed?.evaluate((field) => field.value), server.origin);
    await fill(panel, 'User ID', ana.userId);
    await fill(panel, 'Password', ana.password);
    await press(panel, 'Sign in');
    await seeText(panel, /Start Session/);
  });

  it('is in Firefox for as long as it runs, from the unsigned file, which is named so [S0-62]', async () => {
    const firefox = await startFirefox();
    closing.push(firefox.close);
    const page = await openInstallPage(firefox.browser);
    await seeText(page, /Not signed by Mozilla\..*about:debugging#\/runtime\/this-firefox/);
    await seeText(page, /This browser shows no RemoteHelp of this server\./);
    const response = await fetch(`${server.origin}/extension/remotehelp-firefox.xpi`);
    const file = join(firefox.downloads, 'remotehelp-firefox.xpi');
    writeFileSync(file, Buffer.from(await response.arrayBuffer()));
    assert.equal(await firefox.browser.installExtension(file), packages.firefox.id);
    await seeText(page, youHave());
  });
});

/** Opened by the browser itself: puppeteer loses a page that moves from one kind of address to the other. */
async function openExtensionPage(browser: Browser, address: string): Promise<Page> {
  const session = await browser.target().createCDPSession();
  await session.send('Target.createTarget', { url: address });
  const target = await browser.waitForTarget((candidate) => candidate.url() === address, { timeout: 15_000 });
  await session.detach();
  return target.asPage();
}
