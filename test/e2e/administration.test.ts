/** An administrator puts people into groups and decides what they may do, while one of them is at work. */
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { createRep } from '../support/people.ts';
import { fill, press, seeText, startBrowser, type TestBrowser } from './support/browser.ts';
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

  it('switches a rep off in the middle of a session: the panel is signed out, and the customer is told', async () => {
    await press(admin, 'Accounts');
    await press(admin, 'Ana Petrescu Example');
    await press(admin, 'Disable account…');
    await press(admin, 'Disable account');
    await seeText(admin, /This account cannot sign in/);
    await seeText(stage.panel, /An administrator switched this account off/);
    await seeText(customer, /ended/);
  });
});
