/** Several representatives and one customer: two people at work, each in a browser with the extension. */
import assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'puppeteer-core';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { createRep } from '../support/people.ts';
import { fill, press, seeText, startBrowser, textOf, type TestBrowser } from './support/browser.ts';
import { startCustomer, type Customer } from './support/customer.ts';
import { clickPicture, colourAt, near, pictureIn } from './support/remote-picture.ts';
import { signIn, startRep, type RepAtWork } from './support/rep.ts';
import { settleHand } from './support/settle-hand.ts';
import { askForHelp, startStage, type Stage } from './support/stage.ts';

describe('Two representatives with one customer', function () {
  this.timeout(60_000);
  let stage: Stage;
  let other: RepAtWork;
  let ana: Page;
  /** Lena leads the group in which Ana stands. */
  let lena: Page;
  let customers: TestBrowser;
  const contexts: BrowserContext[] = [];
  /** Somebody whose screen is shown. */
  let atDesktop: Customer | undefined;

  before(async function () {
    this.timeout(420_000);
    stage = await startStage({ host: true });
    ana = stage.panel;
    const { panel } = stage.administrator;
    const { groups } = await panel.call('groups.create', { name: 'Town hall', parent: null });
    const group = groups[0]?.id ?? assert.fail();
    const own = stage.ana.account;
    await panel.call('accounts.update', {
      ...{ id: own.id, fullName: own.fullName, displayName: own.displayName, email: own.email, role: own.role },
      group,
    });
    const rep = await createRep(stage.administrator, { displayName: 'Lena Brandt', userId: 'lena' });
    const { id, fullName, displayName, email } = rep.account;
    await panel.call('accounts.update', { id, fullName, displayName, email, role: 'team-lead', leads: [group] });
    other = await startRep();
    lena = await other.openPanel();
    await signIn(lena, stage.server.origin, rep.userId, rep.password);
    // Nothing is offered to her; she can be asked all the same.
    await press(lena, 'Online');
    await press(lena, 'Away');
    customers = await startBrowser();
  });

  after(async function () {
    this.timeout(60_000);
    await atDesktop?.close();
    for (const context of contexts) await context.close();
    await customers?.close();
    await other?.close();
    await stage?.stop();
  });

  /** Somebody asks, and talks with Ana. */
  async function talksWithAna(name: string, reason: string): Promise<Page> {
    const context = await customers.browser.createBrowserContext();
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(stage.server.origin);
    await askForHelp(page, { name, reason });
    await press(ana, 'Accept');
    await seeText(page, /Ana Petrescu/);
    return page;
  }

  async function choose(page: Page, card: string) {
    const label = await page.waitForSelector(`dialog label ::-p-text(${card})`);
    await label?.click();
  }

  async function say(page: Page, field: string, text: string) {
    await fill(page, field, text);
    await press(page, 'Send');
  }

  let marta: Page;

  it('are together once the first has invited the second, who reads all that was said; the customer sees who came [S2-13] [S2-26]', async () => {
    marta = await talksWithAna('Marta Kowalenko', 'Nothing prints');
    await say(marta, 'Write to Ana', 'The lamp is green.');
    await seeText(ana, /The lamp is green\./);
    await press(ana, 'You are alone here. Invite or transfer');
    await press(ana, 'Invite');
    await choose(ana, 'Lena Brandt');
    await ana.select('dialog select', 'control');
    await press(ana, 'Invite');
    await seeText(ana, /Lena Brandt is asked to come in/);
    const card = await seeText(lena, /Marta Kowalenko Ana Petrescu asks you to come in/);
    assert.match(card, /You may look on, and control when it is given/);
    await press(lena, 'Come in');
    await seeText(lena, /Marta asked for help .*Nothing prints.*The lamp is green\..*Lena joined as a guest/);
    await seeText(marta, /Lena Brandt joined too/);
    await seeText(marta, /Also here .*Lena Brandt helps/);
    await say(lena, 'Reply to Marta', 'Hello Marta, I help too.');
    await seeText(marta, /Lena Brandt.*Hello Marta, I help too\./);
  });

  it('write to each other where the customer does not read, in a composer that shows it [S2-25]', async () => {
    await lena.click('textarea');
    await lena.keyboard.down('Alt');
    await lena.keyboard.press('KeyW');
    await lena.keyboard.up('Alt');
    await lena.waitForSelector('.rh-composer[data-reps-only="true"]');
    await say(lena, 'Note to representatives only', 'SECRET she has asked twice already');
    await seeText(ana, /Reps only · Lena Brandt .*SECRET she has asked twice already/);
    await press(ana, 'To everyone');
    await press(ana, 'Reps only Alt W');
    await say(ana, 'Note to representatives only', 'SECRET thank you');
    await seeText(lena, /SECRET thank you/);
    await press(ana, 'Reps only');
    await press(ana, 'To everyone');
    await press(lena, 'Reps only');
    await press(lena, 'To everyone');
    await say(ana, 'Reply to Marta', 'We look together.');
    await seeText(marta, /We look together\./);
    assert.doesNotMatch(await marta.content(), /SECRET/);
  });

  it('are no longer together once the owner has removed the second one, whose panel says so [S2-14]', async () => {
    await press(ana, 'Remove Lena Brandt');
    await seeText(lena, /Ana Petrescu has taken you out of the session with Marta Kowalenko\./);
    await seeText(lena, /Start Session/);
    await seeText(marta, /Lena Brandt is not in this session any more/);
    await seeText(ana, /Ana removed Lena from this session/);
  });

  it('write notes that the customer never sees', async () => {
    await press(ana, 'Report');
    await fill(ana, 'Note for reps', 'She works alone at the desk');
    await press(ana, 'Add note');
    await seeText(ana, /Ana Petrescu .*She works alone at the desk/, '.ext-notes');
    await press(ana, 'Chat');
  });

  it('pass the customer on with a brief, which the second one reads before saying yes [S0-86] [S2-11] [B-29]', async () => {
    await press(ana, 'Transfer');
    await seeText(ana, /Who goes on with Marta\?/);
    await choose(ana, 'Lena Brandt');
    const wanted = await ana.$eval('dialog textarea', (field) => field.value);
    assert.equal(wanted, 'Nothing prints\nThe lamp is green.', 'the brief begins with what was asked for');
    await fill(ana, 'Promised', 'A call by noon');
    await press(ana, 'Ask to go on');
    const card = await seeText(lena, /Marta Kowalenko Ana Petrescu asks you to go on/);
    assert.match(card, /Wanted Nothing prints The lamp is green\./);
    assert.match(card, /Promised A call by noon/);
    await say(marta, 'Write to Ana', 'Is somebody there?');
    await seeText(ana, /Is somebody there\?/);
    await press(lena, 'Go on with it');
    await seeText(ana, /Lena Brandt goes on with Marta Kowalenko\./);
    await seeText(marta, /Lena Brandt goes on in place of Ana\./);
    await say(lena, 'Reply to Marta', 'I go on from here.');
    await seeText(marta, /I go on from here\./);
    await say(marta, 'Write to Lena', 'Good.');
    await seeText(lena, /Good\./);
  });

  it('pull what the first one noted when they go on, under the author’s name [S2-65]', async () => {
    await press(lena, 'Report');
    await seeText(lena, /Ana Petrescu .*She works alone at the desk/, '.ext-notes');
    await press(lena, 'Chat');
    assert.doesNotMatch(await marta.content(), /alone at the desk/);
  });

  it('leave the customer in the queue when they must go, for whoever takes it next [S2-22]', async () => {
    await press(lena, 'End');
    await choose(lena, 'Leave in the queue');
    await press(lena, 'Leave');
    await seeText(marta, /Lena had to leave\. You are first in line; somebody else goes on\./);
    await seeText(lena, /Start Session/);
    await seeText(ana, /Marta Kowalenko .*Lena Brandt gives this session on/);
    await press(ana, 'Accept');
    await seeText(ana, /Ana goes on for Lena/);
    await say(marta, 'Write to Ana', 'Hello again.');
    await seeText(ana, /I go on from here\..*Hello again\./);
    await press(ana, 'End');
    await press(ana, 'End session');
    await seeText(marta, /The session has ended/);
  });

  it('help each other when one leads: whisper, join, take over, and the customer loses no word [B-17]', async () => {
    await press(ana, 'Home');
    const ruben = await talksWithAna('Ruben Achterberg', 'Slow network');
    await press(lena, 'Team');
    await seeText(lena, /Ruben Achterberg General/);
    await press(lena, 'What to do in the session with Ruben Achterberg');
    await press(lena, 'Whisper');
    await fill(lena, 'Note', 'WHISPER ask for the room');
    await press(lena, 'Whisper');
    await seeText(ana, /Reps only · Lena Brandt .*WHISPER ask for the room/);
    await press(lena, 'What to do in the session with Ruben Achterberg');
    await press(lena, 'Transfer');
    await seeText(lena, /Who goes on with Ruben Achterberg for Ana/);
    const brief = await lena.$$eval('dialog textarea', (fields) => fields.map(({ value }) => value));
    assert.match(brief[0] ?? '', /^Slow network/, 'a lead’s brief begins with what was asked for, too');
    assert.deepEqual([Boolean(brief[1]), Boolean(brief[2]), brief[3]], [true, true, '']);
    await press(lena, 'Keep as it is');
    await press(lena, 'What to do in the session with Ruben Achterberg');
    await press(lena, 'Join');
    await seeText(ruben, /Lena Brandt joined too/);
    await seeText(lena, /Lena joined as a guest/);
    await say(ruben, 'Write to Ana', 'Room 12.');
    await seeText(lena, /Room 12\./);
    await press(lena, 'Home');
    await press(lena, 'Team');
    await press(lena, 'What to do in the session with Ruben Achterberg');
    await press(lena, 'Take over');
    await seeText(lena, /Take over Ruben Achterberg from/);
    await press(lena, 'Take over');
    await seeText(ruben, /Lena Brandt goes on in place of Ana/);
    await seeText(ana, /Lena Brandt goes on with Ruben Achterberg\./);
    await say(lena, 'Reply to Ruben', 'I am here.');
    await seeText(ruben, /Room 12\..*I am here\./);
    assert.doesNotMatch(await ruben.content(), /WHISPER/);
    assert.match(await textOf(lena), /Room 12/);
  });

  it('pass the customer on to another team: one of its channel takes over, with the brief, and the first one stays until then [S2-12]', async () => {
    const { panel } = stage.administrator;
    const { channel } = await panel.call('channels.create', { name: 'Networks', description: '' });
    await panel.call('channels.changeMembers', { id: channel.id, add: [stage.ana.account.id], remove: [] });
    await press(lena, 'You are alone here. Invite or transfer');
    await press(lena, 'Transfer');
    await press(lena, 'A channel');
    await choose(lena, 'Networks');
    await fill(lena, 'Promised', 'Somebody who knows networks');
    await press(lena, 'Ask to go on');
    const offer = await seeText(
      ana,
      /Ruben Achterberg .*Networks.*Lena Brandt gives this session on|Lena Brandt gives this session on.*Networks/,
    );
    assert.match(offer, /Promised Somebody who knows networks/);
    const ruben = (await contexts.at(-1)?.pages())?.at(-1) ?? assert.fail();
    await say(lena, 'Reply to Ruben', 'Somebody for networks comes.');
    await seeText(ruben, /Somebody for networks comes\./);
    await press(ana, 'Accept');
    await seeText(ruben, /Ana Petrescu goes on in place of Lena/);
    await seeText(lena, /Ana Petrescu goes on with Ruben Achterberg\./);
    await say(ana, 'Reply to Ruben', 'I know this network.');
    await seeText(ruben, /Room 12\..*I am here\..*I know this network\./);
  });

  it('keep the customer’s screen when the lead takes over: it goes on changing, and what was allowed is the lead’s, unasked [B-17]', async () => {
    await press(ana, 'End');
    await press(ana, 'End session');
    await press(ana, 'Put away');
    const customer = await startCustomer(stage.server.origin);
    atDesktop = customer;
    const { page, desktop } = customer;
    await askForHelp(page, { name: 'Sunil Weeratunga' });
    await press(ana, 'Accept');
    await seeText(page, /Ana Petrescu joined/);
    await press(ana, 'Remote control');
    await press(ana, 'Ask Sunil');
    await press(page, 'Yes, for 15 minutes');
    await press(page, 'Download the program');
    await customer.runDownload();
    await customer.answerOnDesktop('yes');
    await settleHand(ana);
    const turns = async (panel: Page, hex: string, colour: readonly number[]) => {
      await desktop.run('xsetroot', ['-solid', hex]);
      await until(`the picture to be ${hex}`, async () => near(await colourAt(panel, 1270, 790), colour), 15_000);
    };
    await press(ana, 'Screen');
    await turns(ana, '#c04010', [0xc0, 0x40, 0x10]);

    await press(lena, 'Home');
    await press(lena, 'Team');
    await press(lena, 'What to do in the session with Sunil Weeratunga');
    await press(lena, 'Take over');
    await seeText(lena, /You go on at once, with what was granted; Ana Petrescu Example is out/);
    await press(lena, 'Take over');
    await seeText(page, /Lena Brandt goes on in place of Ana\. What you allowed Ana, Lena may do now\./);
    await seeText(ana, /Lena Brandt goes on with Sunil Weeratunga\./);
    assert.equal(await pictureIn(ana), false, 'it is dark for the one who is out');
    await seeText(lena, /Lena took over from Ana/);
    await seeText(lena, /May control · 1\d:\d\d left/);
    await press(lena, 'Screen');
    await seeText(lena, /Controlling/);
    await turns(lena, '#1060a0', [0x10, 0x60, 0xa0]);
    await turns(lena, '#40a010', [0x40, 0xa0, 0x10]);
    await clickPicture(lena, 200, 200);
    await until('the pointer', async () =>
      /x:(19|20)\d y:(19|20)\d/.test(await desktop.run('xdotool', ['getmouselocation'])),
    );
    // Nobody had to say Yes again.
    const log = await textOf(page, '[role=log]');
    assert.equal(log.match(/You allowed/g)?.length, 1, log);
    await press(lena, 'End');
    await press(lena, 'End session');
    await customer.answerOnDesktop('yes');
    await customer.hostWindowsGone();
  }).timeout(180_000);
});
