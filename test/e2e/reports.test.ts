/** What is written about a session: notes while it runs, the report that writes itself, and what becomes of them. */
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { fill, press, seeText, startBrowser, textOf } from './support/browser.ts';
import type { TestBrowser } from './support/browser.ts';
import { endAsCustomer } from './support/end-session.ts';
import { askForHelp, startStage } from './support/stage.ts';
import type { Stage } from './support/stage.ts';

const note = 'Quarrelsome, be patient';

describe('What is written about a session', () => {
  let stage: Stage;
  let panel: Page;
  let visitors: TestBrowser;
  let marta: Page;
  let admin: Page;

  before(async function () {
    this.timeout(60_000);
    stage = await startStage();
    panel = stage.panel;
    for (const name of ['Printer', 'Password', 'Sound'])
      await stage.administrator.panel.call('incidents.add', { name, parent: null, channels: [] });
    visitors = await startBrowser();
    marta = await visitors.browser.newPage();
    await marta.goto(stage.server.origin);
    admin = await (await visitors.browser.createBrowserContext()).newPage();
  });
  after(async () => {
    await visitors?.close();
    await stage?.stop();
  });

  /** What stands in the field that is labelled so. */
  const valueOf = (page: Page, label: string) =>
    page.evaluate((words) => {
      const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea, select')];
      return fields.find((field) => [...(field.labels ?? [])].some((one) => one.innerText.startsWith(words)))?.value;
    }, label);
  const seeValue = (page: Page, label: string, form: RegExp) =>
    until(`${String(form)} in ${label}`, async () => form.test((await valueOf(page, label)) ?? ''));
  /** Writes something else in place of all lines of a field. */
  const rewrite = async (page: Page, label: string, text: string) => {
    await fill(page, label, '');
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.type(text);
  };
  /** Finds an incident by typing, and takes it by the keyboard alone. */
  const chooseIncident = async (page: Page, typed: string) => {
    await fill(page, 'Incident', typed);
    await page.keyboard.press('Enter');
  };
  const accept = async () => {
    await press(panel, 'Accept');
    await seeText(panel, /Marta Kowalenko.*Chat only/);
  };

  it('takes a note for reps in mid-session, by a key, and keeps one that was begun when the panel is closed [S2-64]', async () => {
    await askForHelp(marta, {
      name: 'Marta Kowalenko',
      email: 'marta@ostervale.example',
      phone: '+1 555 0142',
      reason: 'My printer is silent',
    });
    await accept();
    await fill(panel, 'Reply to Marta', 'Good morning');
    await panel.keyboard.press('Enter');
    await seeText(marta, /Good morning/);
    await panel.keyboard.down('Alt');
    await panel.keyboard.press('n');
    await panel.keyboard.up('Alt');
    await seeText(panel, /Notes.*Reps only.*No notes yet/s);
    await until('the cursor in the note', () =>
      panel.evaluate(() => document.activeElement?.getAttribute('name') === 'note'),
    );
    await panel.keyboard.type(note);
    await panel.close();

    panel = await stage.rep.openPanel();
    await press(panel, 'Report');
    await seeValue(panel, 'Note for reps', new RegExp(note));
    await press(panel, 'Add note');
    await seeText(panel, new RegExp(`Ana Petrescu .*${note}`, 's'));
    await until('the empty field', async () => (await valueOf(panel, 'Note for reps')) === '');
    assert.doesNotMatch(await textOf(marta), /Quarrelsome/);
  });

  it('opens the report by itself when the customer has ended the session, written from the log [B-15] [S0-116]', async () => {
    await endAsCustomer(marta);
    await seeText(panel, /Session report.*Not saved yet/s);
    await seeValue(panel, 'Customer', /^Marta Kowalenko$/);
    await seeValue(panel, 'Phone', /^\+1 555 0142$/);
    await seeValue(panel, 'Reason for support', /^My printer is silent$/);
    await seeValue(panel, 'What was done', /^Chat: 1 message\.$/);
    // Nobody chose one: it is guessed, and says by what.
    await seeValue(panel, 'Incident', /^Printer$/);
    const text = await seeText(panel, /Guessed from: printer/);
    assert.match(text, /From the log Asked at \d\d:\d\d Waited \d\d:\d\d – \d\d:\d\d .*Chat/);
    assert.match(text, new RegExp(note), 'the notes stand beside it');
    assert.match(text, /Session .*Ended.*Marta/s, 'and the summary below');
    assert.doesNotMatch(await textOf(marta), /Quarrelsome|Report/);
  });

  it('is corrected, takes an incident by the keyboard, and is saved [S0-117] [S0-119]', async () => {
    await fill(panel, 'Phone', '+1 555 0199');
    await chooseIncident(panel, 'sou');
    await seeValue(panel, 'Incident', /^Sound$/);
    await press(panel, 'Put into the report');
    await seeValue(panel, 'What was done', new RegExp(`Chat: 1 message\\.\\n${note}`));
    await rewrite(panel, 'What was done', 'Turned the volume up');
    await panel.select('select', 'solved');
    await press(panel, 'Save report');
    await seeText(panel, /Session report.*Saved by Ana, \d\d:\d\d/s);
    await press(panel, 'Put away');
  });

  it('lists what is still to be written at Home, and takes it off when it is written [B-15]', async () => {
    await press(marta, 'Ask for help again');
    await askForHelp(marta, { name: 'Marta Kowalenko', reason: 'Forgot my password' });
    await accept();
    await endAsCustomer(marta);
    await seeText(panel, /Not saved yet/);
    await press(panel, 'Put away');
    await seeText(panel, /Reports to finish.*Marta Kowalenko.*Forgot my password/s);
    await press(panel, 'Write the report of Marta Kowalenko');
    await seeValue(panel, 'Incident', /^Password$/);
    await rewrite(panel, 'What was done', 'Sent a new one');
    await press(panel, 'Save report');
    await seeText(panel, /Saved by Ana/);
    await press(panel, 'Home');
    await seeText(panel, /Waiting now/);
    await until('nothing to finish', async () => !/Reports to finish/.test(await textOf(panel)));
  });

  it('finds the rep’s own sessions by words, and opens one with its report, notes and log [S0-60]', async () => {
    await press(panel, 'History');
    await seeText(panel, /Marta Kowalenko Password: Forgot my password.*Marta Kowalenko Sound: My printer is silent/s);
    // Said in the first of the two alone.
    await fill(panel, 'Search customer, reason or chat', 'morning');
    await until('one found', async () => (await panel.$$('main .rh-list-row')).length === 1);
    await seeText(panel, /Sound: My printer is silent/);
    await fill(panel, 'Search customer, reason or chat', 'marta silent');
    await until('one found', async () => (await panel.$$('main .rh-list-row')).length === 1);
    await press(panel, 'Marta Kowalenko');
    await seeText(panel, new RegExp(`Saved by Ana.*${note}.*Log.*Good morning`, 's'));
    assert.equal(await valueOf(panel, 'What was done'), 'Turned the volume up');
    // After the end as well.
    await fill(panel, 'Note for reps', 'Called again on Monday');
    await press(panel, 'Add note');
    await seeText(panel, /Called again on Monday/);
    await press(panel, 'All past sessions');
    assert.equal(await valueOf(panel, 'Search customer, reason or chat'), 'marta silent');
    await fill(panel, 'Search customer, reason or chat', 'nobody');
    await seeText(panel, /No session fits/);
    await press(panel, 'Home');
  });

  it('shows the rep on accept that this customer was here before, and what came of it [B-28]', async () => {
    await press(marta, 'Ask for help again');
    await askForHelp(marta, { name: 'Marta Kowalenko', reason: 'No sound again' });
    await accept();
    await seeText(panel, /2 past sessions last: Password: Forgot my password · /);
    await panel.click('.ext-past > summary');
    await seeText(panel, /Sound: My printer is silent same browser .*Ana Petrescu.*Solved Turned the volume up/s);
    await endAsCustomer(marta);
    await seeText(panel, /Not saved yet/);
  });

  it('is corrected from the web panel later: both versions stay, and so do the notes [S0-118] [S2-66]', async () => {
    await admin.goto(`${stage.server.origin}/admin/sessions`);
    await fill(admin, 'User ID', stage.administrator.userId);
    await fill(admin, 'Password', stage.administrator.password);
    await press(admin, 'Sign in');
    await fill(admin, 'Search', 'silent');
    await until('one session', async () => (await admin.$$('tbody tr')).length === 1);
    await press(admin, 'Marta Kowalenko');
    await seeText(admin, /Saved by Ana Petrescu.*Incident Sound.*Outcome Solved What was done Turned the volume up/s);
    await seeText(admin, new RegExp(`Notes of the representatives.*${note}.*Called again on Monday`, 's'));

    await press(admin, 'Edit report');
    await rewrite(admin, 'What was done', 'Unplugged the headphones');
    await chooseIncident(admin, 'prin');
    await seeText(admin, /Incident.*What was done/, '.rh-admin');
    await press(admin, 'Save');
    await seeText(admin, /Saved by Maria Okafor.*Incident Printer.*Unplugged the headphones.*Versions/s);
    for (const fold of await admin.$$('.session-report-version > summary')) await fold.click();
    const versions = await seeText(admin, /Version 2 Saved by Maria Okafor.*Version 1 Saved by Ana Petrescu/s);
    assert.match(versions, /Before: Turned the volume up Now: Unplugged the headphones/);
    assert.match(versions, /As it was saved first\..*Phone \+1 555 0199.*What was done Turned the volume up/s);
  });

  it('shows the rep both versions as well, with what the administrator changed [S0-118]', async () => {
    await press(panel, 'Put away');
    await press(panel, 'History');
    await fill(panel, 'Search customer, reason or chat', 'silent');
    await until('one found', async () => (await panel.$$('main .rh-list-row')).length === 1);
    await press(panel, 'Marta Kowalenko');
    await seeText(panel, /Versions \(2\).*Version 2 Maria Okafor.*web panel/s);
    await panel.click('.ext-report-version > summary');
    await seeText(panel, /What was done before: Turned the volume up now: Unplugged the headphones/);
  });
});
