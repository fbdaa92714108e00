/** The rep reads what the customer's computer is and runs, without seeing its screen. */
import assert from 'node:assert/strict';
import { hostname } from 'node:os';
import type { Page } from 'puppeteer-core';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { press, seeText, textOf } from './support/browser.ts';
import { startCustomer, type Customer, type RunningHost } from './support/customer.ts';
import { askForHelp, startStage, type Stage } from './support/stage.ts';
import { askForTool, fetchHost, openTool } from './support/tool-window.ts';

describe('System information', function () {
  this.timeout(60_000);
  let stage: Stage;
  let customer: Customer;
  let host: RunningHost;
  let window: Page;

  before(async function () {
    this.timeout(420_000);
    stage = await startStage({ host: true });
    customer = await startCustomer(stage.server.origin);
    await askForHelp(customer.page, { name: 'Marta Kowalenko' });
    await seeText(stage.panel, /Marta Kowalenko/);
    await press(stage.panel, 'Accept');
    await seeText(stage.panel, /Marta Kowalenko.*Chat only/);
  });
  after(async function () {
    this.timeout(60_000);
    await customer?.close();
    await stage?.stop();
  });

  it('is asked for by itself, with what it shows and what not, on page and desktop', async () => {
    await askForTool(stage.panel, 'System information', 'Marta');
    const sheet = await seeText(customer.page, /Let Ana see the details of your computer\?/);
    assert.match(sheet, /Nothing is changed, and no file of yours is read/);
    host = await fetchHost(customer);
    await press(stage.panel, 'Chat');
    await seeText(stage.panel, /Marta allowed system information, 15 minutes/);
    await seeText(customer.page, /Ana to see the details of your computer/);
  });

  it('is read by category and anew, while the screen stays unseen [S2-52] [S2-53] [S2-54]', async () => {
    window = await openTool(stage, 'System information');
    const system = await seeText(window, new RegExp(`Computer ${hostname()}`), 'body', 30_000);
    assert.match(system, /Kernel \d/);
    await press(window, 'Processes');
    const processes = await seeText(window, /Process Id CPU %/, 'body', 30_000);
    assert.match(processes, new RegExp(`\\b${host.process.pid}\\b`), 'the host itself runs there');
    const timesRead = async () => (await textOf(customer.page)).split('read details of your computer').length - 1;
    await until('both readings in the log', async () => (await timesRead()) === 2);
    await press(window, 'Refresh');
    await until('the third reading', async () => (await timesRead()) === 3, 30_000);
    assert.equal(await window.$eval('.rh-remote', (stageOf) => stageOf.classList.contains('rh-remote-live')), false);
  });

  it('has the keys while it lies over the picture, and gives them back', async () => {
    const focused = () => window.evaluate(() => document.activeElement?.matches('.rh-remote-keys') === true);
    await press(window, 'System information');
    await window.focus('.rh-remote-keys');
    await window.evaluate(() => {
      document.querySelector('.rh-remote-keys')?.addEventListener('blur', () => {
        document.documentElement.dataset['letGo'] = 'yes';
      });
    });
    await openTool(stage, 'System information');
    await window.waitForFunction(() => document.activeElement?.matches('h2'), { timeout: 15_000 });
    assert.equal(await window.evaluate(() => document.documentElement.dataset['letGo']), 'yes');
    await window.focus('.rh-remote-keys');
    assert.equal(await focused(), false, 'nothing leads to what lies below');
    await press(window, 'System information');
    await until('the focus to come back', focused);
    await press(window, 'System information');
    await window.waitForSelector('.ext-system', { timeout: 15_000 });
  });

  it('ends at once when the customer takes it back', async () => {
    await press(customer.page, 'Take everything back');
    await seeText(window, /Marta is asked first/);
    await press(stage.panel, 'Chat');
    await seeText(stage.panel, /took back system information/);
  });
});
