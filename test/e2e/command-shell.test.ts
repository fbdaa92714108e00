/** The rep uses command lines on the customer's computer; they are recorded, as an administrator has it, and everybody is told. */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { isRunning, liveInAnEmptyHome } from '../integration/customer-host-shell/a-shell.ts';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { paths } from '../../server/web/admin/frame/paths.ts';
import { expectAccessible } from './support/accessibility.ts';
import { fill, press, seeText, startBrowser, textOf } from './support/browser.ts';
import type { TestBrowser } from './support/browser.ts';
import { endAsCustomer } from './support/end-session.ts';
import { startCustomer, type Customer } from './support/customer.ts';
import { askForHelp, startStage, type Stage } from './support/stage.ts';
import { askForTool, fetchHost, openTool } from './support/tool-window.ts';

const screen = '.xterm-rows';

describe('Command shell', function () {
  this.timeout(60_000);
  let stage: Stage;
  let customer: Customer;
  let administrators: TestBrowser;
  let admin: Page;
  let window: Page;
  let home: string | undefined;

  before(async function () {
    this.timeout(420_000);
    stage = await startStage({ host: true });
    administrators = await startBrowser();
    admin = await administrators.browser.newPage();
    await admin.goto(`${stage.server.origin}${paths.rights}`);
    await fill(admin, 'User ID', stage.administrator.userId);
    await fill(admin, 'Password', stage.administrator.password);
    await press(admin, 'Sign in');
    customer = await startCustomer(stage.server.origin);
    await askForHelp(customer.page, { name: 'Marta Kowalenko' });
    await seeText(stage.panel, /Marta Kowalenko/);
    await press(stage.panel, 'Accept');
    await seeText(stage.panel, /Marta Kowalenko.*Chat only/);
  });
  after(async function () {
    this.timeout(60_000);
    await customer?.close();
    if (home !== undefined) rmSync(home, { recursive: true, force: true });
    await administrators?.close();
    await stage?.stop();
  });

  /** What the command line in sight shows. */
  const see = (form: RegExp) => seeText(window, form, screen);
  const type = async (text: string) => {
    await window.focus('.xterm-helper-textarea');
    await window.keyboard.type(text);
  };
  const focused = () => window.evaluate(() => document.activeElement?.getAttribute('role') ?? '');
  const tabs = () => window.$$eval('[role=tab]', (all) => all.map((tab) => (tab as HTMLElement).innerText.trim()));
  const paste = (text: string) =>
    window.$eval(
      '.xterm-helper-textarea',
      (field, pasted) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', pasted);
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      },
      text,
    );

  it('is not offered unless an administrator allows it, and the panel says so', async () => {
    await press(stage.panel, 'Tools');
    await seeText(stage.panel, /Command line not permitted Not allowed unless an administrator allows it\./);
    const subject = { kind: 'account', account: stage.ana.account.id } as const;
    await stage.administrator.panel.call('rights.set', { subject, setting: { allow: ['shell'], deny: [] } });
    await seeText(stage.panel, /Command line(?! not permitted)/);
  });

  it('is recorded once an administrator says so, which the customer is told with the question [S2-58]', async () => {
    await press(admin, 'Record command lines');
    await until('the setting', async () => {
      const { settings } = await stage.administrator.panel.call('shells.settings', {});
      return settings.recordsShells;
    });
    await askForTool(stage.panel, 'Command line', 'Marta');
    const sheet = await seeText(customer.page, /Let Ana use your command line\?/);
    assert.match(sheet, /What the command line shows is recorded and kept by the organisation/);
    // What somebody has set up for their own shells takes its time, and is no part of this.
    const ownHome = process.env['HOME'];
    home = liveInAnEmptyHome();
    await fetchHost(customer);
    process.env['HOME'] = ownHome;
    await seeText(customer.page, /Ana to use your command line, 15 minutes/);
    await seeText(customer.page, /asks for your command line, which is recorded/);
  });

  it('runs on the customer’s computer what is typed in the window [S2-55]', async () => {
    window = await openTool(stage, 'Command line');
    await window.waitForSelector('.xterm-helper-textarea', { timeout: 30_000 });
    await type('echo "gr\u00fc\u00dfe $((6 * 7))"\r');
    await see(/grüße 42/);
    await seeText(window, /Shell 1.*Recorded/, '.ext-shell-bar');
    await seeText(customer.page, /opened a command line, which is recorded/);
    await type('clear; ls -l /proc/$$/fd | grep -c "socket\\|anon"; env | grep -c REMOTEHELP; echo en""d\r');
    await see(/^0 0 end/);
  });

  it('takes the size of the window', async () => {
    await type('clear; stty size | sed "s/ / by /"\r');
    const [, rows = '', columns = ''] = /(\d+) by (\d+)/.exec(await see(/\d+ by \d+/)) ?? [];
    const drawn = await window.$$eval(`${screen} > div`, (all) => all.length);
    assert.equal(Number(rows), drawn);
    assert.ok(Number(columns) > 60, columns);
  });

  it('keeps every key for the shell, and has a way out by the keyboard', async () => {
    const isChatOpen = async () => (await window.$('.ext-window-drawer')) !== null;
    const before = await isChatOpen();
    await type('clear; cat -v\r');
    await window.keyboard.down('Alt');
    await window.keyboard.press('c');
    await window.keyboard.up('Alt');
    await window.keyboard.press('Tab');
    await window.keyboard.type('?x\r');
    await see(/\^\[c\s*\?x/);
    assert.equal(await isChatOpen(), before);
    await window.keyboard.down('Control');
    await window.keyboard.press('c');
    await window.keyboard.up('Control');
    for (const key of ['Control', 'Alt', 'Shift'] as const) await window.keyboard.down(key);
    for (const key of ['Shift', 'Alt', 'Control'] as const) await window.keyboard.up(key);
    await window.keyboard.press('Escape');
    assert.equal(await focused(), 'tab');
    await window.keyboard.press('Enter');
    assert.notEqual(await focused(), 'tab');
  });

  it('has several at once: others run on, are listed, named and switched [S2-56] [S2-57]', async () => {
    await type('clear; (sleep 1; echo st""ill here) &\r');
    await press(window, 'New command line');
    await until('two tabs', async () => (await tabs()).length === 2);
    await type('echo sec""ond\r');
    await see(/second/);
    const tab = await window.$('[role=tab][aria-selected=true]');
    await tab?.click({ count: 2 });
    await window.waitForSelector('.ext-shell-name');
    await window.keyboard.type('Printer\r');
    await until('the name', async () => (await tabs()).join() === 'Shell 1,Printer');
    await seeText(window, /^Printer/, '.ext-shell-current');
    await press(window, 'Shell Sessions');
    await press(window, 'Shell 1');
    await see(/still here/);
    await seeText(window, /^Shell 1/, '.ext-shell-current');
    const box = await (await window.$('.ext-shell-box'))?.boundingBox();
    assert.ok(box);
    const y = box.y + box.height / 2;
    await window.touchscreen.touchStart(box.x + 300, y);
    await window.touchscreen.touchMove(box.x + 200, y + 5);
    await window.touchscreen.touchMove(box.x + 100, y + 5);
    await window.touchscreen.touchEnd();
    await seeText(window, /^Printer/, '.ext-shell-current');
  });

  it('asks before text with line breaks is pasted', async () => {
    await type('clear\r');
    await paste('echo on""e');
    await window.keyboard.press('Enter');
    await see(/one/);
    await paste('echo tw""o\necho thr""ee\n');
    await seeText(window, /Paste 2 lines\?.*echo tw""o/, 'dialog[open]');
    await press(window, 'Do not paste');
    await window.waitForSelector('dialog', { hidden: true });
    assert.doesNotMatch(await textOf(window, screen), /tw/);
    await paste('echo tw""o\necho thr""ee\n');
    await press(window, 'Paste 2 lines');
    await window.waitForSelector('dialog', { hidden: true });
    await window.waitForFunction(() => document.activeElement?.className === 'xterm-helper-textarea');
    await window.keyboard.press('Enter');
    await see(/two.*three/);
  });

  it('has the keys that a keyboard on a screen lacks, in a row [S2-60] [S2-61]', async () => {
    await press(window, 'Options');
    await press(window, 'Show extra keys');
    await type('clear; sleep 1000\r');
    await press(window, 'Control, for the next key');
    await type('c');
    await see(/\^C/);
    await type('clear; echo up""per\r');
    await see(/upper/);
    await press(window, 'Up');
    await press(window, 'Vertical bar');
    await type('tr a-z A-Z\r');
    await see(/UPPER/);
    await press(window, 'Options');
    await press(window, 'Hide extra keys');
    assert.equal(await window.$('.ext-shell-keys'), null);
  });

  it('finds words in what was shown', async () => {
    await type('clear; seq 1000 1200\r');
    await see(/1200/);
    await press(window, 'Find');
    await fill(window, 'Find in this command line', '1003');
    await see(/1003/);
    await fill(window, 'Find in this command line', 'nowhere at all');
    await seeText(window, /Nothing found\./, '.ext-shell-search');
    await window.keyboard.press('Escape');
    assert.equal(await window.$('.ext-shell-search'), null);
  });

  it('fills the screen, and gives it back [S2-61]', async () => {
    await press(window, 'Options');
    await press(window, 'Fill the screen');
    await window.waitForFunction(() => document.fullscreenElement?.classList.contains('ext-shell') === true);
    await press(window, 'Options');
    await press(window, 'Back to the window');
    await window.waitForFunction(() => document.fullscreenElement === null);
  });

  it('can be used by everybody', async () => {
    await expectAccessible(window, 'the command lines');
  });

  it('asks before it closes one in which something runs', async () => {
    await type('clear; echo run""ning; sleep 1000\r');
    await see(/running/);
    await press(window, 'Close Printer');
    await seeText(window, /sleep runs in it, and is ended\./, 'dialog[open]');
    await press(window, 'Keep it open');
    assert.deepEqual(await tabs(), ['Shell 1', 'Printer']);
    await press(window, 'Close Printer');
    await (await window.waitForSelector('dialog[open] .rh-button-danger-filled'))?.click();
    await until('one is left', async () => (await tabs()).join() === 'Shell 1');
    await type('clear; echo go""es on\r');
    await see(/goes on/);
  });

  it('ends with the consent, and all that runs in it for real', async () => {
    await type('clear; sleep 1000 & echo pid=$!\r');
    const [, pid = ''] = /pid=(\d+)/.exec(await see(/pid=\d+/)) ?? [];
    assert.ok(isRunning(Number(pid)));
    await press(customer.page, 'Take everything back');
    await seeText(window, /Marta is asked first/);
    await until('the end of what ran', () => !isRunning(Number(pid)));
    await press(stage.panel, 'Chat');
    await seeText(stage.panel, /took back the command line/);
  });

  it('is played and read in the session’s record by whoever may see that [S2-58] [S2-59]', async () => {
    await endAsCustomer(customer.page);
    await seeText(customer.page, /Except for the command line, nothing was recorded/);
    await admin.goto(`${stage.server.origin}${paths.sessions}`);
    await (await admin.waitForSelector('tbody a'))?.click();
    await seeText(admin, /Command lines Recorded, as the customer was told\..*Shell 1/);
    await press(admin, 'Transcript of Shell 1');
    const text = await seeText(admin, /grüße 42/, '.recording-text');
    assert.ok(!text.includes('\u001b'));
    await press(admin, 'Close');
    await press(admin, 'Play Shell 1');
    await seeText(admin, /grüße 42/, '.recording-screen', 30_000);
    await expectAccessible(admin, 'a recording');
    await press(admin, 'Pause');
    await press(admin, 'Go on');
    await seeText(admin, /A command line was opened: Shell 1, recorded/);
  });
});
