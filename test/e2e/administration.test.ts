/** An administrator puts people into groups and decides what they may do, while one of them is at work. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { createRep, signInRep } from '../support/people.ts';
import { fill, press, seeText, startBrowser, textOf, type TestBrowser } from './support/browser.ts';
import { askForHelp, startStage, type Stage } from './support/stage.ts';

describe('An administrator’s day', function () {
  let stage: Stage;
  let browsers: TestBrowser;
  /** The web panel. */
  let admin: Page;
  let customer: Page;

  before(async function () {
    this.timeout(240_000);
    stage = await startStage();
    for (const name of ['Tomás Ferreira', 'Grace Liu']) await createRep(stage.administrator, { displayName: name });
    browsers = await startBrowser({ size: { width: 1280, height: 900 } });
    admin = await browsers.browser.newPage();
    await admin.goto(`${stage.server.origin}/admin/accounts`);
    await fill(admin, 'User ID', stage.administrator.userId);
    await fill(admin, 'Password', stage.administrator.password);
    await press(admin, 'Sign in');
    await seeText(admin, /Maria Okafor/, 'tbody');
    customer = await (await browsers.browser.createBrowserContext()).newPage();
    await customer.goto(stage.server.origin);
  });

  after(async function () {
    this.timeout(60_000);
    await browsers?.close();
    await stage?.stop();
  });

  const choose = async (label: string, option: string) => {
    const value = await admin.evaluate(
      (words, wanted) => {
        const select = [...document.querySelectorAll('select')].find(
          (each) => each.checkVisibility() && [...(each.labels ?? [])].some((one) => one.innerText.startsWith(words)),
        );
        select?.setAttribute('data-chosen', 'here');
        return [...(select?.options ?? [])].find((each) => each.text.includes(wanted))?.value;
      },
      label,
      option,
    );
    assert.ok(value !== undefined, `${label} has no ${option}`);
    await admin.select('select[data-chosen]', value);
    // Choosing may have drawn the page anew.
    await admin.$$eval('select[data-chosen]', (all) => all.forEach((select) => select.removeAttribute('data-chosen')));
  };

  it('begins at home: what is to be done, who is here, how today goes, and the ways to everything [S0-13]', async () => {
    await press(admin, 'Home');
    await seeText(admin, /Reps logged in 1/);
    await seeText(admin, /To be done Set mail up/);
    await seeText(admin, /Where to go .*Accounts 4 accounts\. Channels 1 channel, 1 of them answered now/);
    await seeText(admin, /Ana Petrescu Example Online/, 'aside');
    await admin.locator('main a[href="/admin/mail"]').click();
    await seeText(admin, /Mail/, 'h1');
    // What had the focus went with the page before: a reader goes on at the heading of this one.
    await admin.waitForFunction(() => document.activeElement?.matches('h1'), { timeout: 15_000 });
    await press(admin, 'Home');
    await seeText(admin, /Where to go/);
    await admin.locator('main a[href="/admin/accounts"]').click();
    await seeText(admin, /Maria Okafor/, 'tbody');
  });

  it('brings accounts in from a spreadsheet: sees each line first, then makes them, with passwords as a file [S0-10] [H-21]', async () => {
    const file = join(browsers.profile, 'people.csv');
    const lines = [
      'User ID;Full name;Channels;Role',
      'ben;=1+1 Adler;General;',
      'ana;Ana Petrescu;General;',
      'cy;Cy;Fax;',
    ];
    writeFileSync(file, lines.join('\r\n'));
    await press(admin, 'Import…');
    await seeText(admin, /Nothing is written before you say so/);
    const choose = async (path: string) => {
      const input = await admin.$('input[type="file"]');
      assert.ok(input);
      await input.uploadFile(path);
    };
    writeFileSync(`${file}.large`, 'User ID\n'.padEnd(10_000_000, 'x\n'));
    await choose(`${file}.large`);
    await seeText(admin, /larger than 400 kB/);
    await choose(file);
    await seeText(admin, /To be made 1 To be changed 1 As they are 0 Wrong, left out 1/);
    await seeText(
      admin,
      /4 cy Wrong There is no channel “Fax”.*2 ben New .*3 ana Changed full name: Ana Petrescu Example → Ana Petrescu/,
    );
    await press(admin, 'Make 1 account and change 1 account…');
    await seeText(admin, /1 wrong line is left out/, 'dialog');
    await press(admin, 'Make 1 account and change 1 account');
    await seeText(admin, /1 account made, 1 account changed/);
    await press(admin, 'Save passwords as a file');
    await seeText(admin, /The file with the passwords is saved/);
    const saved = join(browsers.downloads, 'passwords.csv');
    await seeFile(saved);
    const [, row = ''] = readFileSync(saved, 'utf8').split('\r\n');
    assert.match(row, /^ben,"'=1\+1 Adler",[a-z0-9-]{23}$/);
    const password = row.split(',').at(-1) ?? '';
    await signInRep(stage.server, { userId: 'ben', password });
    await press(admin, 'To the accounts');
    await seeText(admin, /=1\+1 Adler/, 'tbody');
    await press(admin, 'Ana Petrescu');
    await seeText(admin, /Who it is/);
    await fill(admin, 'Full name', 'Ana Petrescu Example');
    await press(admin, 'Save');
    await seeText(admin, /Saved\./);
    await press(admin, 'Accounts');
    await seeText(admin, /Ana Petrescu Example/, 'tbody');
  });

  it('finds an account among others by the beginning of a name, and keeps what was looked for when going back', async () => {
    await fill(admin, 'Search names', 'tomas');
    await admin.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1);
    await seeText(admin, /Tomás Ferreira/, 'tbody');
    await press(admin, 'Tomás Ferreira Example');
    await seeText(admin, /Who it is/);
    await admin.goBack();
    await seeText(admin, /1 to 1 of 1/);
    await fill(admin, 'Search names', 'zzz');
    await seeText(admin, /Nothing fits what you look for/);
    await press(admin, 'Show all');
    await seeText(admin, /Grace Liu/, 'tbody');
  });

  it('makes groups as a tree and puts an account into one, where the list finds it [S0-11]', async () => {
    await press(admin, 'Groups');
    await seeText(admin, /There are no groups yet/);
    await press(admin, 'New group');
    await fill(admin, 'Name', 'Support');
    await press(admin, 'Make group');
    await seeText(admin, /Support/, 'tbody');
    await press(admin, 'New group');
    await fill(admin, 'Name', 'Hardware');
    await choose('Stands under', 'Support');
    await press(admin, 'Make group');
    await seeText(admin, /Support .*Hardware/, 'tbody');
    await press(admin, 'Accounts');
    await press(admin, 'Ana Petrescu Example');
    await seeText(admin, /Who it is/);
    await choose('Group', 'Support › Hardware');
    await seeText(admin, /1 change not saved: group No group → Support › Hardware/);
    await press(admin, 'Save');
    await seeText(admin, /Saved\./);
    await press(admin, 'Groups');
    await press(admin, '1 account');
    await seeText(admin, /Ana Petrescu/, 'tbody');
    assert.equal((await admin.$$('tbody tr')).length, 1);
  });

  it('takes remote control from a group, and the rep’s panel offers it no more and says why [S0-14] [S2-67] [B-34]', async () => {
    const { panel } = stage;
    await askForHelp(customer, { name: 'Marta Kowalenko' });
    await press(panel, 'Accept');
    await seeText(panel, /Chat only/);
    const reason = () =>
      panel.$$eval('button', (all) => all.find((one) => one.innerText.startsWith('Remote control'))?.title);
    assert.doesNotMatch((await reason()) ?? '', /Denied/);

    await press(admin, 'Permissions');
    await seeText(admin, /Permissions of/);
    await choose('Permissions of', 'Group: Support › Hardware');
    await admin.locator('[aria-label="Setting for Remote control"] label:nth-child(3)').click();
    await seeText(admin, /1 change not saved: Remote control Inherit → Deny/);
    // Another one is not shown over what is not saved.
    await choose('Permissions of', 'Role: Team lead');
    await seeText(admin, /Leave without saving\?/, 'dialog');
    await press(admin, 'Stay here');
    await seeText(admin, /1 change not saved: Remote control Inherit → Deny/);
    const shown = await admin.$eval('main select', (list) => list.selectedOptions[0]?.text);
    assert.equal(shown, 'Group: Support › Hardware');
    await press(admin, 'Save');
    await panel.waitForFunction(() =>
      [...document.querySelectorAll('button')].some(
        (one) => one.innerText.startsWith('Remote control') && one.getAttribute('aria-disabled') === 'true',
      ),
    );
    assert.equal(await reason(), 'Denied by the group Hardware. Ask an administrator.');
    // Seeing the screen is another right.
    await press(panel, 'View');
    await seeText(panel, /Withdraw|Ask Marta/);

    await admin.goto(`${stage.server.origin}/admin/permissions?of=account:${stage.ana.account.id}`);
    await seeText(admin, /Denied, by the group Hardware/);
    await admin.locator('[aria-label="Setting for Remote control"] label:nth-child(2)').click();
    await press(admin, 'Save');
    await seeText(admin, /Allowed, set for this account/);
    await panel.waitForFunction(() =>
      [...document.querySelectorAll('button')].some(
        (one) => one.innerText.startsWith('Remote control') && one.getAttribute('aria-disabled') !== 'true',
      ),
    );
  });

  it('sees the statistics change while customers come [S0-16]', async () => {
    await press(admin, 'Statistics');
    await seeText(admin, /Requests 1\b/, 'main', 60_000);
    const another = await (await browsers.browser.createBrowserContext()).newPage();
    await another.goto(stage.server.origin);
    await askForHelp(another, { name: 'Owen Blake' });
    await seeText(another, /You are first in line/);
    await seeText(admin, /Requests 2\b/, 'main', 60_000);
    await another.close();
  }).timeout(120_000);

  it('switches a rep off in the middle of a session: the panel is signed out, and the customer is told', async () => {
    await press(admin, 'Accounts');
    await press(admin, 'Ana Petrescu Example');
    await press(admin, 'Disable account…');
    await press(admin, 'Disable account');
    await seeText(admin, /This account cannot sign in/);
    await seeText(stage.panel, /An administrator switched this account off/);
    await seeText(customer, /ended/);
  });

  it('hands out what is kept of the customer, then erases it after being told what goes and what stays', async () => {
    await press(admin, 'Customer data');
    await fill(admin, 'Name, e-mail or phone number', 'marta kowalenko');
    await press(admin, 'Look');
    await seeText(admin, /Marta Kowalenko Session and its log/, 'tbody');
    await press(admin, 'Export as JSON');
    const saved = join(browsers.downloads, 'customer-data.json');
    await seeFile(saved);
    assert.match(readFileSync(saved, 'utf8'), /"kind": "ended"/);
    await press(admin, 'Erase…');
    await seeText(
      admin,
      /Gone for good: the logs.*What stays.*statistics do not change.*Backups made before hold it still/,
      'dialog',
    );
    await press(admin, 'Erase for good');
    await seeText(admin, /Erased: 1 session, \d+ log entries, 1 request/);
    assert.doesNotMatch(await textOf(admin, 'main'), /Marta Kowalenko/);
  });

  async function seeFile(path: string) {
    const until = Date.now() + 15_000;
    while (!existsSync(path)) {
      if (Date.now() > until) throw new Error(`Waited in vain for ${path}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
});
