/** The rep does special actions and runs the organisation's scripts on the customer's computer. */
import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { fill, press, seeText, startBrowser, textOf, type TestBrowser } from './support/browser.ts';
import { startCustomer, type Customer, type RunningHost } from './support/customer.ts';
import { askForHelp, startStage, type Stage } from './support/stage.ts';
import { askForTool, fetchHost, openTool } from './support/tool-window.ts';

describe('Actions and scripts', function () {
  this.timeout(90_000);
  let stage: Stage;
  let customer: Customer;
  let host: RunningHost;
  let window: Page;
  let office: TestBrowser;
  let programs: string;
  const done = () => (existsSync(join(programs, 'done')) ? readFileSync(join(programs, 'done'), 'utf8') : '');

  before(async function () {
    this.timeout(420_000);
    // The test's desktop has no programs for these: what would be called, and with what, is what counts.
    programs = mkdtempSync(join(tmpdir(), 'programs-'));
    for (const name of ['xflock4', 'xfce4-session-logout', 'shutdown', 'systemctl']) {
      writeFileSync(join(programs, name), `#!/bin/sh\necho "${name} $*" >> ${programs}/done\n`);
      chmodSync(join(programs, name), 0o755);
    }
    stage = await startStage({ host: true });
    customer = await startCustomer(stage.server.origin);
  });
  after(async function () {
    this.timeout(60_000);
    await office?.close();
    await customer?.close();
    await stage?.stop();
    rmSync(programs, { recursive: true, force: true });
  });

  it('are written by an administrator in the web panel, with parameters [S2-47]', async () => {
    office = await startBrowser();
    const page = (await office.browser.pages())[0] ?? (await office.browser.newPage());
    const { userId, password } = stage.administrator;
    await page.goto(`${stage.server.origin}/admin/scripts`);
    await fill(page, 'User ID', userId);
    await fill(page, 'Password', password);
    await press(page, 'Sign in');
    await seeText(page, /No script yet/);
    await press(page, 'New script');
    await press(page, 'Save');
    await seeText(page, /Write what it is called/);
    await fill(page, 'Name', 'Greet the printer');
    await fill(page, 'Group', 'Printers');
    await fill(page, 'What it does', 'Says hello to it.');
    await press(page, 'Add a parameter');
    await fill(page, 'Variable', 'printer');
    await fill(page, 'What reps read', 'Which printer');
    await fill(page, 'Script', 'echo "hello $PARAM_PRINTER"');
    await press(page, 'Save');
    await seeText(page, /Greet the printer.*Says hello to it.*Linux · sh · 1 parameter/);
    const slow = {
      name: 'Wait for the printer',
      group: 'Printers',
      description: '',
      systems: ['linux' as const],
      interpreter: 'sh' as const,
      parameters: [],
      limitSeconds: 600,
      text: 'echo waiting; sleep 500; echo never',
    };
    await stage.administrator.panel.call('scripts.add', { item: slow });
  });

  it('begin with who asks and how to call them first, all in one place [S1-05] [S1-06] [S1-17]', async () => {
    await askForHelp(customer.page, {
      name: 'Marta Kowalenko',
      email: 'marta@example.org',
      phone: '+34 600 123 456',
      message: 'It blinks.',
    });
    await seeText(stage.panel, /Marta Kowalenko/);
    await press(stage.panel, 'Accept');
    await seeText(stage.panel, /Call Marta first: \+34 600 123 456/);
    await press(stage.panel, 'Details');
    const details = await seeText(stage.panel, /About Marta Kowalenko/);
    assert.match(details, /E-mail marta@example\.org Phone \+34 600 123 456/);
    assert.match(details, /Message It blinks\. Asked on .*\d+:\d\d.* \(.+\)/);
    const links = await stage.panel.$$eval('dialog a', (all) => all.map((one) => one.getAttribute('href')));
    assert.deepEqual(
      new Set(links),
      new Set(['tel:+34600123456', 'mailto:marta@example.org', `${stage.server.origin}/`]),
    );
  });

  it('have the way to the program and to the connection beside them [S1-07] [S1-10] [S1-11]', async () => {
    await seeText(stage.panel, /Message It blinks\..*Page with the program/);
    await press(stage.panel, 'Open connection');
    await seeText(stage.panel, /Ask Marta/);
    await press(stage.panel, 'Not now');
  });

  it('are asked for by themselves, and offered as far as that computer has them [S2-44]', async () => {
    await askForTool(stage.panel, 'Actions and scripts', 'Marta');
    await seeText(customer.page, /Let Ana use repair actions\?/);
    host = await fetchHost(customer, {
      PATH: `${programs}:${process.env['PATH']}`,
      XDG_CURRENT_DESKTOP: 'XFCE',
    });
    window = await openTool(stage, 'Actions and scripts');
    const offered = await seeText(window, /Not on this computer/, 'body', 30_000);
    assert.match(offered, /Do at once Lock the computer/);
    assert.match(offered, /Restart in safe mode This system has no safe mode/);
    await press(window, 'Lock the computer');
    await seeText(window, /Lock the computer: done\./);
    assert.equal(done(), 'xflock4 \n');
    await seeText(customer.page, /locked your computer/);
  });

  it('show the computer and its user with the person once the program runs [S1-03] [S1-04] [S1-09]', async () => {
    await stage.panel.bringToFront();
    await press(stage.panel, 'Details');
    const details = await seeText(stage.panel, /Local address \S+/);
    assert.match(details, /Computer \S+ User name \S+ System .+ Local address \d+\.\d+\.\d+\.\d+/);
    await press(stage.panel, 'Close');
    await window.bringToFront();
  });

  it('that close what is open are done only after the yes on the desktop', async () => {
    await press(window, 'Log out');
    await seeText(window, /Tell them to save first/);
    await press(window, 'Ask Marta');
    await customer.answerOnDesktop('no');
    await seeText(window, /Log out: Marta said no\./);
    assert.ok(!done().includes('logout'));
    await seeText(customer.page, /was not allowed to log you out/);
  });

  it('are found, filled in, read whole, and heard while they run [S2-47]', async () => {
    await press(window, 'Choose a script');
    await fill(window, 'Find a script', 'hello');
    await press(window, 'Greet the printer');
    const shown = await seeText(window, /This will run/);
    assert.match(shown, /Runs with sh on Marta’s Linux computer, as the person who is signed in, for 1 minute at most/);
    assert.match(shown, /echo "hello \$PARAM_PRINTER".*PARAM_PRINTER \(empty\)/);
    await press(window, 'Run it');
    await seeText(window, /Fill this in\./);
    await fill(window, 'Which printer', 'in the lobby; "$(id)"');
    await seeText(window, /PARAM_PRINTER in the lobby; "\$\(id\)"/);
    await press(window, 'Run it');
    await seeText(window, /hello in the lobby; "\$\(id\)".*Done, exit code 0\./, 'body', 30_000);
    await seeText(customer.page, /ran the script Greet the printer/);
  });

  it('are stopped by the rep', async () => {
    await press(window, 'Choose a script');
    await press(window, 'Wait for the printer');
    await seeText(window, /sleep 500/);
    await press(window, 'Run it');
    await seeText(window, /waiting Runs…/);
    await press(window, 'Stop');
    await seeText(window, /Stopped\./);
    await seeText(customer.page, /ran the script Wait for the printer, which was stopped/);
  });

  it('lock the computer after the session when the rep has chosen so and the customer was told [S2-63]', async () => {
    const field = await window.waitForSelector('::-p-aria([name="When the session ends"])');
    await field?.select('lock');
    await seeText(customer.page, /wants your computer locked when the session ends/);
    await stage.panel.bringToFront();
    await press(stage.panel, 'Chat');
    await seeText(stage.panel, /At the end of the session: lock the computer/);
    rmSync(join(programs, 'done'));
    await press(stage.panel, 'End');
    await press(stage.panel, 'End session');
    await seeText(customer.page, /The session has ended/);
    await until('the lock', async () => done() === 'xflock4 \n', 40_000);
    assert.equal(await host.ended, 0);
  });

  it('leave a summary that names customer, computer, system and address [S2-62]', async () => {
    const summary = await textOf(stage.panel);
    assert.match(summary, /Customer Marta Kowalenko/);
    assert.match(summary, /Computer \S+.* \d+\.\d+\.\d+\.\d+/);
  });
});
