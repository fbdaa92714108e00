/** A phone beside the computer: set up in one's own account or because the organisation asks for it, and asked for at every sign-in. */
import assert from 'node:assert/strict';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer-core';
import { createRep, finishSetUp } from '../support/people.ts';
import type { Administrator, Rep } from '../support/people.ts';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { codeOf, roomInTheStep } from '../support/phone.ts';
import { startServerProcess } from '../support/server-process.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { fill, press, seeText, startBrowser, textOf } from './support/browser.ts';
import type { TestBrowser } from './support/browser.ts';
import { startRep } from './support/rep.ts';
import type { RepAtWork } from './support/rep.ts';

describe('Two-step sign-in', function () {
  let server: ServerProcess;
  let administrator: Administrator;
  let ana: Rep;
  let chromium: TestBrowser;
  let rep: RepAtWork;
  let panel: Page;
  /** What Ana's phone was given. */
  let secret: string;
  let recoveryCode: string;

  before(async function () {
    this.timeout(120_000);
    server = await startServerProcess();
    administrator = await finishSetUp(server);
    ana = await createRep(administrator, { displayName: 'Ana Petrescu', userId: 'ana' });
    [chromium, rep] = await Promise.all([startBrowser(), startRep()]);
    panel = await rep.openPanel();
  });
  after(async function () {
    this.timeout(60_000);
    await rep?.close();
    await chromium?.close();
    await server?.stop();
  });

  const openPanel = async (userId: string, password: string) => {
    // A profile of its own: nobody else's cookie is in it.
    const page = await (await chromium.browser.createBrowserContext()).newPage();
    await page.goto(`${server.origin}/admin`);
    await fill(page, 'User ID', userId);
    await fill(page, 'Password', password);
    await press(page, 'Sign in');
    return page;
  };
  const signInToExtension = async () => {
    await fill(panel, 'Server address', server.origin);
    await fill(panel, 'User ID', ana.userId);
    await fill(panel, 'Password', ana.password);
    await press(panel, 'Sign in');
  };

  it('is asked of a role by the administrator, and then leads a rep of it through setting it up [B-16]', async () => {
    const page = await openPanel(administrator.userId, administrator.password);
    await press(page, 'Sign-in rules');
    await seeText(page, /Of whom it is asked/);
    await page.click('::-p-aria([name="Representative"][role="checkbox"])');
    await press(page, 'Save');
    await seeText(page, /Saved\./);
    await page.close();

    await signInToExtension();
    await seeText(panel, /Set up two-step sign-in.*Your organisation asks for it/);
    assert.doesNotMatch(await textOf(panel), /Start Session/);
    secret = (await seeText(panel, /\w/, '.rh-totp-secret')).replaceAll(' ', '');
    assert.match(await readByCamera(panel), new RegExp(`^otpauth://totp/.*ana\\?.*secret=${secret}`));
    await fill(panel, 'Code', '000000');
    await press(panel, 'Switch it on');
    await seeText(panel, /This code is not right/);
    await fill(panel, 'Code', codeOf(secret, -1));
    await press(panel, 'Switch it on');
    await seeText(panel, /Your recovery codes/);
    const codes = await panel.$$eval('.rh-recovery-list li', (rows) => rows.map((row) => row.innerText));
    assert.equal(codes.length, 10);
    recoveryCode = codes[0] ?? '';
    await press(panel, 'I have kept them');
    await seeText(panel, /Start Session/);
  }).timeout(120_000);

  it('asks for the phone at the next sign-in in the extension, and takes a code once [B-16]', async () => {
    await press(panel, 'Settings');
    await press(panel, 'Sign out');
    await signInToExtension();
    await seeText(panel, /The code from your phone/);
    await roomInTheStep();
    const code = codeOf(secret);
    await fill(panel, 'Code', code);
    await press(panel, 'Sign in');
    await seeText(panel, /Start Session/);
    const page = await openPanel(ana.userId, ana.password);
    await seeText(page, /The code from your phone/);
    await fill(page, 'Code', code);
    await press(page, 'Sign in');
    await seeText(page, /This code is not right, or was used before/);
    await fill(page, 'Code', recoveryCode);
    await press(page, 'Sign in');
    await seeText(page, /On since .* 9 recovery codes left/);
    await page.close();
  }).timeout(120_000);

  it('is reset by an administrator after a lost phone, who is told first what that does, and then the rep is [B-16]', async () => {
    const page = await openPanel(administrator.userId, administrator.password);
    await seeText(page, /Maria Okafor/);
    await page.goto(`${server.origin}/admin/accounts/${ana.account.id}`);
    await press(page, 'Reset…');
    await seeText(page, /Reset the second step of Ana Petrescu Example\?.*signed out everywhere/);
    await press(page, 'Reset it');
    await seeText(page, /The second step is reset/);
    await press(page, 'Ask it of this account');
    await until('the rule', async () => {
      const { twoStep } = await administrator.panel.call('accounts.twoStep', { id: ana.account.id });
      return twoStep.isRequiredHere;
    });
    await press(page, 'Ask it of this account');
    await until('the rule taken back', async () => {
      const { twoStep } = await administrator.panel.call('accounts.twoStep', { id: ana.account.id });
      return !twoStep.isRequiredHere;
    });
    await administrator.panel.call('twoStep.require', { roles: [] });
    await seeText(panel, /An administrator reset your two-step sign-in/);
    const own = await openPanel(ana.userId, ana.password);
    await seeText(own, /An administrator took your second step away/);

    // And set up again by her own choice, in the web panel.
    await press(own, 'Set it up…');
    await fill(own, 'Your password', ana.password);
    await press(own, 'Set it up…');
    await seeText(own, /Have an authenticator app/);
    await fill(own, 'Code', codeOf((await seeText(own, /\w/, '.rh-totp-secret')).replaceAll(' ', '')));
    await press(own, 'Switch it on');
    await seeText(own, /They are shown this once.*I have kept them/);
    await press(own, 'I have kept them');
    await seeText(own, /On since .* 10 recovery codes left/);
    await Promise.all([own.close(), page.close()]);
  }).timeout(120_000);
});

/** What the camera of a phone that is held at the screen reads. */
async function readByCamera(page: Page): Promise<string> {
  const drawn = await page.waitForSelector('.rh-qr');
  const picture = PNG.sync.read(Buffer.from((await drawn?.screenshot()) ?? []));
  const read = jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height);
  return read?.data ?? '';
}
