/** The Tools tab of a session: everything that can be done, how it stands with the customer, and its buttons. */
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { randomId } from '../../server/secrets/random.ts';
import { aForm, aJoinedHost } from '../integration/server-sessions/sessions-for-tests.ts';
import { openCustomerLink, repOnline, type CustomerLink, type HostLink } from '../support/people.ts';
import { fill, press, seeText, textOf } from './support/browser.ts';
import { startStage, type Stage } from './support/stage.ts';

describe('The tools of a session', function () {
  this.timeout(60_000);
  let stage: Stage;
  let panel: Page;
  let customer: CustomerLink;
  let host: HostLink | undefined;
  let session: Awaited<ReturnType<typeof begin>>;

  before(async function () {
    this.timeout(240_000);
    stage = await startStage();
    panel = stage.panel;
    customer = await openCustomerLink(stage.server);
    session = await begin();
  });
  after(async function () {
    this.timeout(60_000);
    host?.close();
    customer?.close();
    await stage?.stop();
  });

  async function begin() {
    await customer.call('requests.ask', await aForm(customer, 'Marta Kowalenko'));
    await press(panel, 'Accept');
    const { session: head } = await customer.event('requests.claimed');
    await seeText(panel, /Marta Kowalenko General/);
    return head.id;
  }
  /** Presses a button in the row of this tool, once it can be pressed. */
  async function pressIn(tool: string, button: string): Promise<void> {
    const found = await panel.waitForSelector(`[role=group][aria-label="${tool}"] button ::-p-text(${button})`);
    await panel.waitForFunction((one) => one?.closest('[aria-disabled=true]') === null, {}, found);
    await found?.click();
  }
  const seeTool = (form: RegExp) => seeText(panel, form, '.ext-tools');
  const log = async () => (await customer.call('log.after', { session, seq: 0 })).entries;

  it('has all of them in one place, by their kind, and is where it was when the panel is opened again [S2-01]', async () => {
    await panel.keyboard.down('Alt');
    await panel.keyboard.press('Period');
    await panel.keyboard.up('Alt');
    await seeTool(
      /See the screen not asked.*Mouse and keyboard not asked.*Send a file.*Whiteboard not asked.*Transfer/,
    );
    await panel.close();
    panel = await stage.rep.openPanel();
    await seeTool(/Screen.*Give and open.*Talk and draw.*Representatives/);
    const window = await panel.$('[role=group][aria-label="Window of its own"] button');
    assert.equal(await window?.evaluate((button) => button.title), 'Once the screen is shared.');
  });

  it('asks for the screen, takes the question back, and says when the customer has refused', async () => {
    await pressIn('See the screen', 'Ask');
    await press(panel, 'Ask Marta');
    await seeTool(/See the screen asked, \d:\d\d/);
    await pressIn('See the screen', 'Withdraw');
    await seeTool(/See the screen not asked/);
    await pressIn('See the screen', 'Ask');
    await press(panel, 'Ask Marta');
    await seeTool(/See the screen asked/);
    await customer.call('consent.answer', { session, clientId: randomId(), answer: 'no', minutes: 15 });
    await seeTool(/See the screen refused You can ask again in \d+ s/);
  });

  it('counts down what was granted, and gives it back', async () => {
    await pressIn('Mouse and keyboard', 'Ask');
    await press(panel, 'Ask Marta');
    await seeTool(/Mouse and keyboard asked/);
    await customer.call('consent.answer', { session, clientId: randomId(), answer: 'yes', minutes: 15 });
    ({ host } = await aJoinedHost(stage.server, customer, session));
    const until = Date.now() + 900_000;
    const report = { kind: 'granted', scope: 'control', devices: 'both', until } as const;
    await host.call('session.report', { session, clientId: randomId(), report });
    await seeText(panel, /Connecting to the customer|Waiting for the customer/);
    await press(panel, 'Tools');
    await seeTool(/Mouse and keyboard granted, 1[45]:\d\d left/);
    await pressIn('Mouse and keyboard', 'Release');
    await host.event('log.appended', ({ entry }) => entry.kind === 'withdrawn');
  });

  it('suggests a page, invites to the whiteboard, and shows it once it is open', async () => {
    await pressIn('Suggest a page', 'Choose');
    await fill(panel, 'Address', 'https://print.example/manual');
    await panel.keyboard.press('Enter');
    await panel.waitForSelector('[role=tab][aria-selected=true] ::-p-text(Chat)');
    assert.ok((await log()).some(({ kind }) => kind === 'page-suggested'));
    await press(panel, 'Tools');
    await pressIn('Whiteboard', 'Ask');
    await seeTool(/Whiteboard asked/);
    await customer.call('whiteboard.answer', { session, clientId: randomId(), answer: 'yes' });
    await panel.waitForSelector('[role=tab][aria-selected=true] ::-p-text(Whiteboard)');
    await press(panel, 'Tools');
    await seeTool(/Whiteboard open/);
    await pressIn('Whiteboard', 'Show');
    await panel.waitForSelector('[role=tab][aria-selected=true] ::-p-text(Whiteboard)');
    await press(panel, 'Tools');
  });

  it('sends a file, and goes to the chat that shows how far it is', async () => {
    const [chooser] = await Promise.all([panel.waitForFileChooser(), pressIn('Send a file', 'Choose')]);
    await chooser.accept([import.meta.filename]);
    await seeText(panel, /tools-tab\.test\.ts.*Upload completed/);
    assert.ok((await log()).some((entry) => entry.kind === 'file' && entry.name === 'tools-tab.test.ts'));
    await press(panel, 'Tools');
  });

  it('asks on the customer’s computer for a folder of the rep’s own shortcuts [S2-01]', async () => {
    await pressIn('Folders and programs', 'Choose');
    await seeText(panel, /No shortcut leads to a folder or program yet/, 'dialog[open]');
    await press(panel, 'Cancel');
    const atWork = await repOnline(stage.server, stage.ana);
    const item = { kind: 'directory', name: 'Spool', path: '/var/spool/cups' } as const;
    await atWork.call('shortcuts.add', { parent: null, item });
    atWork.close();
    await pressIn('Folders and programs', 'Choose');
    await seeText(panel, /Spool/, 'dialog[open]');
    await panel.click('dialog[open] .rh-list-row-open');
    const asked = await host?.event('log.appended', ({ entry }) => entry.kind === 'launch-asked');
    assert.ok(asked?.entry.kind === 'launch-asked' && asked.entry.launch.path === '/var/spool/cups');
    await pressIn('Invite a representative', 'Invite');
    await seeText(panel, /Whom do you invite to Marta\?/, 'dialog[open]');
    await press(panel, 'Keep as it is');
  });

  it('says which of them the account may not use, and who has decided that', async () => {
    const { administrator, ana } = stage;
    const subject = { kind: 'account', account: ana.account.id } as const;
    await administrator.panel.call('rights.set', { subject, setting: { allow: [], deny: ['control'] } });
    await seeTool(/Mouse and keyboard not permitted Not allowed for your account. Ask an administrator./);
    assert.match(await textOf(panel, '.ext-tools'), /Folders and programs not permitted/);
  });
});
