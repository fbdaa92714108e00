/** What a customer's page offers to a computer with Windows. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { randomId } from '../../server/secrets/random.ts';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { createRep, finishSetUp, repOnline } from '../support/people.ts';
import type { RepLink } from '../support/people.ts';
import { startServerProcess } from '../support/server-process.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { press, seeText, startBrowser } from './support/browser.ts';
import type { TestBrowser } from './support/browser.ts';
import { askForHelp } from './support/stage.ts';

const onWindows =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

describe('the program for Windows on the customer’s page', function () {
  this.timeout(90_000);
  let server: ServerProcess;
  let ana: RepLink;
  let customer: TestBrowser;
  let page: Page;

  before(async function () {
    this.timeout(420_000);
    server = await startServerProcess({ settings: { PREPARE_HOST: 'windows-x64' } });
    const administrator = await finishSetUp(server);
    ana = await repOnline(server, await createRep(administrator, { displayName: 'Ana Petrescu' }));
    customer = await startBrowser();
    page = (await customer.browser.pages())[0] ?? (await customer.browser.newPage());
    await page.setUserAgent({ userAgent: onWindows });
    await page.goto(server.origin);
    await askForHelp(page, { name: 'Marta Kowalenko', email: '', phone: '', reason: 'Nothing prints', message: '' });
    const { request } = await ana.event('requests.waiting');
    const { session } = await ana.call('requests.claim', { request: request.id });
    const ask = { scope: 'view', devices: 'both', minutes: 15 } as const;
    await ana.call('consent.ask', { session: session.id, clientId: randomId(), ask });
    await press(page, 'Yes, for 15 minutes');
  });
  after(async function () {
    this.timeout(60_000);
    await customer?.close();
    ana?.close();
    await server?.stop();
  });

  it('says while it is made that it takes a moment, and then how large it is and that it is not signed', async () => {
    await seeText(page, /The program is being prepared on the server|Download the program/);
    await server.printed(/host for windows-x64 is ready/, 240_000);
    await seeText(
      page,
      /\d\d MB, for Windows\. .*This program is not signed: how to check the download/,
      'body',
      15_000,
    );
  }).timeout(300_000);

  it('is one file that can be started as it comes, with the SHA-256 that the page shows', async () => {
    await press(page, 'Download the program');
    const text = await seeText(page, /Let Windows run it/);
    assert.match(text, /Click RemoteHelp-….exe in the list of downloads/);
    assert.match(text, /More info, then Run anyway/);
    assert.doesNotMatch(text, /archive|terminal/i);
    const file = await downloaded(customer.downloads);
    assert.match(file, /RemoteHelp-[a-z2-7]{26}\.exe$/);
    await page.click('::-p-text(This program is not signed)');
    const [shown = ''] = (await seeText(page, /certutil -hashfile.*[0-9a-f]{64}/)).match(/[0-9a-f]{64}/) ?? [];
    const bytes = readFileSync(file);
    assert.equal(createHash('sha256').update(bytes).digest('hex'), shown);
    assert.equal(bytes.toString('latin1', 0, 2), 'MZ', 'a program of Windows');
  });
});

async function downloaded(folder: string): Promise<string> {
  const found = () => (existsSync(folder) ? readdirSync(folder) : []).filter((name) => name.endsWith('.exe'));
  await until('the download', () => found().length > 0, 30_000);
  return join(folder, found()[0] ?? '');
}
