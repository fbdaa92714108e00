/** A rep's day in Firefox's sidebar: everything beside screens, calls, files and the whiteboard, which have stories of their own. */
import assert from 'node:assert/strict';
import type { KeyInput, Page } from 'puppeteer-core';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { aForm, allowSessions } from '../integration/server-sessions/sessions-for-tests.ts';
import { createRep, openCustomerLink, repOnline } from '../support/people.ts';
import type { CustomerLink, RepLink } from '../support/people.ts';
import { fill, press, seeText, textOf, type TestBrowser } from './support/browser.ts';
import { endAsCustomer } from './support/end-session.ts';
import { startFirefox } from './support/firefox.ts';
import { startRepInFirefox, type RepInFirefox } from './support/rep-in-firefox.ts';
import { askForHelp, startStage, type Stage } from './support/stage.ts';

describe('A rep’s day in Firefox’s sidebar', function () {
  this.timeout(60_000);
  let stage: Stage;
  let firefox: RepInFirefox;
  let panel: Page;
  let ben: RepLink;
  let customer: TestBrowser;
  let marta: Page;
  let ruben: CustomerLink;

  before(async function () {
    this.timeout(240_000);
    stage = await startStage({ repAtWork: async () => (firefox = await startRepInFirefox()) });
    panel = stage.panel;
    await allowSessions(stage.administrator, 5);
    ben = await repOnline(stage.server, await createRep(stage.administrator, { displayName: 'Ben Adeyemi' }));
    // Nothing is offered to him; he can be asked all the same.
    await ben.call('presence.set', { presence: 'away' });
    customer = await startFirefox();
    marta = (await customer.browser.pages())[0] ?? (await customer.browser.newPage());
  });
  after(async function () {
    this.timeout(60_000);
    ben?.close();
    ruben?.close();
    await customer?.close();
    await stage?.stop();
  });

  const alt = async (key: KeyInput) => {
    await panel.keyboard.down('Alt');
    await panel.keyboard.press(key);
    await panel.keyboard.up('Alt');
  };
  const written = () => panel.$eval('.rh-composer-text', (field) => (field as HTMLTextAreaElement).value);
  const isWritten = (text: string) => until(`“${text}” in the field`, async () => (await written()) === text);
  const choose = async (card: string) => {
    await (await panel.waitForSelector(`dialog label ::-p-text(${card})`))?.click();
  };
  const is =
    (words: string) =>
    ({ entry }: { entry: LogEntry }) =>
      entry.kind === 'chat' && entry.text === words;

  it('takes who waits by a key, and keeps a text for each customer, also while the sidebar is shut [S0-73] [S0-74]', async () => {
    await marta.goto(stage.server.origin);
    await askForHelp(marta, { name: 'Marta Kowalenko' });
    await seeText(panel, /Marta Kowalenko/);
    await alt('KeyA');
    await seeText(marta, /Ana Petrescu joined/);
    ruben = await openCustomerLink(stage.server);
    await ruben.call('requests.ask', await aForm(ruben, 'Ruben Achebe'));
    await press(panel, 'Home');
    await press(panel, 'Accept');
    await seeText(panel, /Ruben Achebe General/);
    await fill(panel, 'Reply to Ruben', 'The other half');
    await alt('Digit1');
    await fill(panel, 'Reply to Marta', 'Half a sentence');
    await firefox.clickIcon();
    await until('the sidebar to shut', async () => !(await firefox.isSidebarOpen()));
    panel = await stage.rep.openPanel();
    await seeText(panel, /Marta K\..*Ruben A\./);
    await isWritten('Half a sentence');
    await alt('Digit2');
    await isWritten('The other half');
    await panel.focus('.rh-composer-text');
    await panel.keyboard.press('Enter');
    await ruben.event('log.appended', is('The other half'));
    await alt('Digit1');
    await isWritten('Half a sentence');
    assert.doesNotMatch(await textOf(marta), /half/i);
  });

  it('invites another rep, and writes to reps only or to everyone [S2-13] [S2-25]', async () => {
    await press(panel, 'You are alone here. Invite or transfer');
    await press(panel, 'Invite');
    await choose('Ben Adeyemi');
    await press(panel, 'Invite');
    const { ask } = await ben.event('members.asked');
    await ben.call('members.answer', { ask: ask.id, accept: true });
    await seeText(marta, /Ben Adeyemi joined too/);
    await seeText(panel, /Ben joined as a guest/);
    await alt('KeyW');
    await panel.waitForSelector('.rh-composer[data-reps-only="true"]');
    await fill(panel, 'Note to representatives only', 'SECRET she has asked twice');
    await press(panel, 'Send');
    await ben.event('log.appended', is('SECRET she has asked twice'));
    await seeText(panel, /Reps only .*SECRET she has asked twice/);
    await alt('KeyW');
    await fill(panel, 'Reply to Marta', 'We look together.');
    await press(panel, 'Send');
    await seeText(marta, /We look together\./);
    assert.doesNotMatch(await marta.content(), /SECRET/);
  });

  it('removes the guest, passes the customer on with a brief, and goes on again when asked [S2-14] [S2-11] [B-29]', async () => {
    await press(panel, 'Remove Ben Adeyemi');
    await seeText(marta, /Ben Adeyemi is not in this session any more/);
    await press(panel, 'Transfer');
    await choose('Ben Adeyemi');
    await fill(panel, 'Promised', 'A call by noon');
    await press(panel, 'Ask to go on');
    const { ask } = await ben.event('members.asked', (event) => event.ask.what === 'transfer');
    await ben.call('members.answer', { ask: ask.id, accept: true });
    await seeText(panel, /Ben Adeyemi goes on with Marta Kowalenko\./);
    await seeText(marta, /Ben Adeyemi goes on in place of Ana\./);
    const brief = { wanted: 'Nothing prints', tried: 'The lamp', state: 'Chat only', promised: 'A call by noon' };
    const to = { is: 'rep', rep: stage.ana.account.id } as const;
    await ben.call('members.transfer', { session: ask.session, to, brief, stays: false });
    await seeText(panel, /Marta Kowalenko Ben Adeyemi asks you to go on .*Tried The lamp .*Promised A call by noon/);
    await press(panel, 'Go on with it');
    await seeText(marta, /Ana Petrescu goes on in place of Ben\./);
    await seeText(panel, /Ana goes on for Ben/);
  });

  it('notes what only reps read, and writes the report when the customer has ended it [S2-64] [S0-116] [S0-117]', async () => {
    await alt('KeyN');
    await until('the cursor in the note', () =>
      panel.evaluate(() => document.activeElement?.getAttribute('name') === 'note'),
    );
    await panel.keyboard.type('Works alone at the desk');
    await press(panel, 'Add note');
    await seeText(panel, /Ana Petrescu .*Works alone at the desk/, '.ext-notes');
    await endAsCustomer(marta);
    await seeText(panel, /Session report.*Not saved yet/);
    await fill(panel, 'Phone', '+1 555 0199');
    await panel.select('select', 'solved');
    await press(panel, 'Save report');
    await seeText(panel, /Session report.*Saved by Ana, \d\d:\d\d/);
    await press(panel, 'Put away');
    assert.doesNotMatch(await textOf(marta), /alone at the desk/);
  });

  it('finds the session in History by words, with report, notes and log [S0-60]', async () => {
    await press(panel, 'History');
    await fill(panel, 'Search customer, reason or chat', 'marta prints');
    await until('one found', async () => (await panel.$$('main .rh-list-row')).length === 1);
    await press(panel, 'Marta Kowalenko');
    await seeText(panel, /Saved by Ana.*Works alone at the desk.*Log.*We look together\./);
    const phone = await panel.evaluate(
      () =>
        [...document.querySelectorAll('input')].find((one) => one.labels?.[0]?.innerText.startsWith('Phone'))?.value,
    );
    assert.equal(phone, '+1 555 0199');
  });

  it('keeps shortcuts of one’s own, which a chat has at hand after a slash [S0-57] [S0-58] [S0-84]', async () => {
    await press(panel, 'Home');
    await press(panel, 'Shortcuts');
    const add = async (kind: string, fields: readonly (readonly [string, string])[], folder?: string) => {
      await press(panel, 'Add');
      await press(panel, kind);
      for (const [label, text] of fields) await fill(panel, label, text);
      if (folder !== undefined) {
        await panel.focus('dialog[open] select');
        await panel.keyboard.type(folder);
      }
      await press(panel, 'Save');
      await panel.waitForFunction(() => document.querySelector('dialog[open]') === null);
    };
    const address = 'https://drivers.example/printer?driver=7';
    await add('New folder…', [['Name', 'Printers']]);
    await add(
      'New favorite…',
      [
        ['Name', 'Drivers'],
        ['Address', address],
      ],
      'Printers',
    );
    await seeText(panel, /Printers.*Drivers/);
    await alt('Digit1');
    await fill(panel, 'Reply to Ruben', '/dri');
    await seeText(panel, /Drivers/, '[role=listbox]');
    await panel.keyboard.press('Enter');
    await isWritten(address);
    await press(panel, 'Send');
    await ruben.event('log.appended', is(address));
  });

  it('tests the connection and keeps its settings while the sidebar is shut [S0-54] [S0-56]', async () => {
    await press(panel, 'Home');
    await press(panel, 'Settings');
    await press(panel, 'Test the connection');
    await seeText(panel, /Server Answers in \d+ ms.*Gateway Your server has none/);
    await press(panel, 'Always the gateway');
    await press(panel, 'Grey');
    await press(panel, 'Dark');
    await panel.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark');
    await firefox.clickIcon();
    await until('the sidebar to shut', async () => !(await firefox.isSidebarOpen()));
    panel = await stage.rep.openPanel();
    await seeText(panel, /Network settings/);
    await panel.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark');
    const chosen = await panel.$$eval('.ext-setting input:checked', (all) => all.map((one) => one.value));
    for (const value of ['gateway', 'grey', 'dark']) assert.ok(chosen.includes(value), `${value} in ${chosen.join()}`);
  });
});
