/** The Team view: a lead and a representative, each in a browser with the extension, and customers who wait. */
import assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'puppeteer-core';
import type { Account } from '../../shared/contract/account.ts';
import { aLiveSession } from '../integration/server-sessions/sessions-for-tests.ts';
import { createRep, repOnline } from '../support/people.ts';
import type { Rep, RepLink } from '../support/people.ts';
import { press, seeText, startBrowser, textOf, type TestBrowser } from './support/browser.ts';
import { signIn, startRep, type RepAtWork } from './support/rep.ts';
import { askForHelp, startStage, type Stage } from './support/stage.ts';

describe('A team lead at work', function () {
  let stage: Stage;
  let leadAtWork: RepAtWork;
  let lead: Page;
  let lena: Rep;
  let bo: RepLink;
  let cy: RepLink | undefined;
  /** The group that Lena leads. */
  let townHall: string;
  let customers: TestBrowser;
  const contexts: BrowserContext[] = [];

  before(async function () {
    this.timeout(300_000);
    stage = await startStage();
    const { panel } = stage.administrator;
    const [general] = (await panel.call('channels.list', {})).channels;
    assert.ok(general);
    const { id, name, description, numbers, distribution } = general;
    await panel.call('channels.update', {
      ...{ id, name, description, numbers },
      distribution: { ...distribution, offerSeconds: 300 },
    });
    const { groups } = await panel.call('groups.create', { name: 'Town hall', parent: null });
    townHall = groups[0]?.id ?? '';
    const boAccount = await createRep(stage.administrator, { displayName: 'Bo' });
    await standsIn(stage.ana.account, townHall);
    await standsIn(boAccount.account, townHall);
    lena = await createRep(stage.administrator, { displayName: 'Lena', userId: 'lena', channels: [] });
    await leads([townHall]);
    bo = await repOnline(stage.server, boAccount);
    leadAtWork = await startRep();
    lead = await leadAtWork.openPanel();
    await signIn(lead, stage.server.origin, lena.userId, lena.password);
    customers = await startBrowser();
  });

  after(async function () {
    this.timeout(60_000);
    for (const link of [bo, cy]) link?.close();
    for (const context of contexts) await context.close();
    await customers?.close();
    await leadAtWork?.close();
    await stage?.stop();
  });

  async function standsIn({ id, fullName, displayName, email, role }: Account, group: string) {
    await stage.administrator.panel.call('accounts.update', { id, fullName, displayName, email, role, group });
  }

  async function leads(groups: readonly string[]) {
    const { id, fullName, displayName, email } = lena.account;
    const change = { id, fullName, displayName, email, role: 'team-lead' as const, leads: [...groups] };
    await stage.administrator.panel.call('accounts.update', change);
  }

  /** Somebody asks while only Bo can be asked. */
  async function asks(name: string, reason: string): Promise<Page> {
    await press(stage.panel, 'Online');
    await press(stage.panel, 'Away');
    const context = await customers.browser.createBrowserContext();
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(stage.server.origin);
    await askForHelp(page, { name, reason });
    await bo.event('offers.made', ({ request }) => request.name === name);
    await press(stage.panel, 'Away');
    await press(stage.panel, 'Online');
    return page;
  }

  let ilse: Page;

  it('sees who waits in the channels of the own groups, before whom, and who is there, as it changes', async () => {
    await press(lead, 'Team');
    const text = await seeText(lead, /Waiting nobody waits .*Representatives 2 of 2 there/);
    assert.match(text, /General nobody waits/);
    assert.match(text, /Ana Petrescu Example .*Online 0 of 2/);
    ilse = await asks('Ilse Van Overbeke', 'The projector stays black');
    await seeText(lead, /General longest 0:\d\d 1 1 Ilse Van Overbeke The projector stays black Offered to Bo/);
    assert.doesNotMatch(await textOf(stage.panel), /Team/, 'whoever leads nobody has no such room');
  }).timeout(60_000);

  it('puts a waiting customer before another representative, who reads by whom, accepts, and the lead sees it', async () => {
    await press(lead, 'Assign Ilse Van Overbeke to');
    await press(lead, 'Ana Petrescu Example 0 of 2');
    await bo.event('offers.closed', ({ how }) => how === 'withdrawn');
    await seeText(stage.panel, /Ilse Van Overbeke .*Assigned by Lena .*Accept .*Pass/);
    await seeText(lead, /Assigned to Ana Petrescu, \d+ s/);
    await press(stage.panel, 'Accept');
    await seeText(ilse, /Ana Petrescu/);
    await seeText(lead, /Ana Petrescu accepted Ilse Van Overbeke\./);
    await seeText(lead, /Assigned lately Ilse Van Overbeke Ana Petrescu accepted · by you/);
    await seeText(lead, /Ana Petrescu Example \d:\d\d Busy 1 of 2 Ilse Van Overbeke General \d:\d\d/);
  }).timeout(60_000);

  it('gets the customer back into line when the representative passes, and hears of it', async () => {
    await press(stage.panel, 'Home');
    await press(stage.panel, 'Busy');
    await press(stage.panel, 'Away');
    const context = await customers.browser.createBrowserContext();
    contexts.push(context);
    const ruben = await context.newPage();
    await ruben.goto(stage.server.origin);
    await askForHelp(ruben, { name: 'Ruben Achterberg', reason: 'E-mail does not open' });
    await bo.event('offers.made', ({ request }) => request.name === 'Ruben Achterberg');
    await press(lead, 'Assign Ruben Achterberg to');
    // Whoever cannot be asked stands there with the reason, and cannot be chosen.
    await seeText(lead, /Ana Petrescu Example away/);
    await lead.keyboard.press('Escape');
    await press(stage.panel, 'Away');
    await press(stage.panel, 'Online');
    await seeText(lead, /Ana Petrescu Example \d:\d\d Busy/);
    await press(lead, 'Assign Ruben Achterberg to');
    await press(lead, 'Ana Petrescu Example 1 of 2');
    await press(stage.panel, 'Pass');
    await seeText(lead, /Ana Petrescu passed\. Ruben Achterberg is back in line, in the same place\./);
    await seeText(lead, /1 Ruben Achterberg E-mail does not open Ana Petrescu passed/);
  }).timeout(90_000);

  it('says how much somebody presses, and takes a customer', async () => {
    await press(lead, 'Priority of Ruben Achterberg');
    await press(lead, 'Urgent');
    await seeText(lead, /Ruben Achterberg Urgent/);
    await seeText(stage.panel, /Requests/);
    await press(lead, 'Take Ruben Achterberg');
    await seeText(lead, /Ruben .*Chat/);
    await bo.event('requests.claimed', ({ by }) => by === 'Lena');
    await press(lead, 'Home');
    await press(lead, 'Team');
    await seeText(lead, /Waiting nobody waits/);
  }).timeout(60_000);

  it('sees a representative Offline, Online from when they sign in, and Busy with the first customer [S0-43]', async () => {
    const account = await createRep(stage.administrator, { displayName: 'Cy' });
    await standsIn(account.account, townHall);
    await press(lead, 'Home');
    await press(lead, 'Team');
    await seeText(lead, /Representatives 2 of 3 there .*Cy Example Offline/);
    cy = await repOnline(stage.server, account);
    await seeText(lead, /Representatives 3 of 3 there .*Cy Example \d+:\d\d Online 0 of 2/);
    const { customer } = await aLiveSession(stage.server, cy, 'Pilar Montferrat');
    await seeText(lead, /Cy Example \d+:\d\d Busy 1 of 2 Pilar Montferrat General/);
    customer.close();
  }).timeout(60_000);

  it('of no group sees nobody, and whoever is no lead any more has no such room', async () => {
    await leads([]);
    await seeText(lead, /Nobody in your groups answers in a support channel yet\./);
    const { id, fullName, displayName, email } = lena.account;
    await stage.administrator.panel.call('accounts.update', {
      ...{ id, fullName, displayName, email },
      role: 'representative',
      leads: [],
    });
    await seeText(lead, /Start Session/);
    assert.doesNotMatch(await textOf(lead), /Team/);
  }).timeout(60_000);
});
