/** Calls that customers reserve while nobody is free, and reps who call them back. */
import assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'puppeteer-core';
import { createRep, openCustomerLink, repOnline, type CustomerLink, type RepLink } from '../support/people.ts';
import { fill, press, seeText, startBrowser, type TestBrowser } from './support/browser.ts';
import { startStage, type Stage } from './support/stage.ts';

describe('Calls that are reserved', function () {
  let stage: Stage;
  let panel: Page;
  let customers: TestBrowser;
  /** Ana's presence is set through it. */
  let ana: RepLink;
  let inLine: CustomerLink;
  let sunil: Page;
  let admin: Page;
  let tokyo: Page;
  const contexts: BrowserContext[] = [];

  before(async function () {
    this.timeout(240_000);
    stage = await startStage();
    panel = stage.panel;
    const { administrator, server } = stage;
    await administrator.panel.call('channels.create', { name: 'Hardware', description: 'Screens, keyboards, phones' });
    ana = await repOnline(server, stage.ana);
    customers = await startBrowser();
  });

  after(async function () {
    this.timeout(60_000);
    inLine?.close();
    ana?.close();
    for (const context of contexts) await context.close();
    await customers?.close();
    await stage?.stop();
  });

  /** Another person's browser, in a time zone of its own. */
  async function aCustomer({ path = '/', timeZone = 'Europe/London' } = {}): Promise<Page> {
    const context = await customers.browser.createBrowserContext();
    contexts.push(context);
    const page = await context.newPage();
    await page.emulateTimezone(timeZone);
    await page.goto(stage.server.origin + path);
    return page;
  }

  async function aboutMe(page: Page, name: string, reason: string) {
    await fill(page, 'Your name', name);
    await fill(page, 'Phone', '+1 555 0142');
    await fill(page, 'Reason', reason);
  }

  const channelCalled = async (wanted: string) => {
    const { channels } = await stage.administrator.panel.call('channels.list', {});
    const channel = channels.find(({ name }) => name === wanted);
    assert.ok(channel, wanted);
    return channel;
  };
  it('shows the channels by skill, and takes a reservation where all reps are offline [S0-12] [S0-25]', async () => {
    const page = await aCustomer();
    const text = await seeText(page, /Hardware Screens, keyboards, phones Offline/);
    assert.match(text, /General Any question Available/);
    await page.click('::-p-text(Hardware)');
    await seeText(page, /Nobody is there at the moment\. Leave a reservation, and we call you\./);
    await seeText(page, /We call you On your phone\. You need not wait on this page/);
    await fill(page, 'Your name', 'Elif Korhan');
    await fill(page, 'Reason', 'New laptop asks for a licence');
    await press(page, 'Reserve the call');
    await seeText(page, /Write the number on which we reach you/);
    await fill(page, 'Phone', '+1 555 0177');
    await press(page, 'Reserve the call');
    await seeText(page, /Hardware · reserved We call you as soon as somebody is free/);
  });

  it('offers a call also while reps are busy, at a time that the customer chooses [S0-42] [S0-34]', async () => {
    await ana.call('presence.set', { presence: 'away' });
    sunil = await aCustomer();
    await seeText(sunil, /General Any question Busy/);
    await sunil.click('::-p-text(General)');
    await press(sunil, 'Reserve a call instead');
    await aboutMe(sunil, 'Sunil Weeratunga', 'Scanner sends empty pages');
    await press(sunil, 'At a time I choose');
    await press(sunil, 'Reserve the call');
    await seeText(sunil, /Choose a day and a time/);
    // Tomorrow: late in the evening today has not so many times left.
    await choose(sunil, 'Day', 2);
    await choose(sunil, 'Time', 4);
    await press(sunil, 'Reserve the call');
    const text = await seeText(sunil, /We call you on \w+, \w+ \w+ at \d\d:\d\d/);
    await sunil.goto(stage.server.origin);
    const [found = ''] = /We call you on \w+, \w+ \w+ at \d\d:\d\d/.exec(text) ?? [];
    await seeText(sunil, new RegExp(found));
  });

  it('is all that can be had when too many wait [S0-24]', async () => {
    const general = await channelCalled('General');
    const { id, name, description, distribution } = general;
    const numbers = { availableQueue: 1, busyQueue: 1 };
    await stage.administrator.panel.call('channels.update', { id, name, description, numbers, distribution });
    inLine = await openCustomerLink(stage.server);
    const form = { channel: id, name: 'Pilar', email: '', phone: '', reason: 'A question', message: '' };
    await inLine.call('requests.ask', form);
    const page = await aCustomer();
    await seeText(page, /General Any question Reservation Only Choose a time for a call/);
    await page.click('::-p-text(General)');
    const text = await seeText(page, /More people ask than we can answer now\. Leave a reservation, and we call you\./);
    assert.doesNotMatch(text, /Ask for help/);
    await aboutMe(page, 'Noor Haddad', 'Card reader blinks');
    await press(page, 'Reserve the call');
    await seeText(page, /General · reserved/);
  });

  it('is in the list of the reps, also of one who came into the channel later [S0-61] [S0-40]', async () => {
    await press(panel, 'All 2');
    const text = await seeText(panel, /To call back 2/);
    assert.match(text, /Noor Haddad Card reader blinks.*General.*\+1 555 0142/);
    assert.match(text, /Sunil Weeratunga Scanner sends empty pages/);
    const { id } = await channelCalled('Hardware');
    await stage.administrator.panel.call('channels.changeMembers', { id, add: [stage.ana.account.id], remove: [] });
    await seeText(panel, /To call back 3.*Elif Korhan New laptop asks for a licence/);
  });

  it('is called back by one rep, and the code leads from the connection page into the session [S0-41] [S0-27]', async () => {
    const bo = await repOnline(stage.server, await createRep(stage.administrator, { displayName: 'Bo' }));
    await press(panel, 'Call back Sunil Weeratunga');
    const [, code = ''] =
      /(\d{3} \d{3}) Waiting for the customer/.exec(
        await seeText(panel, /You are calling Sunil Weeratunga.*\d{3} \d{3} Waiting for the customer/),
      ) ?? [];
    await bo.event('reservations.changed', (event) => event.reservation.calling?.by === 'Ana Petrescu');
    bo.close();
    await seeText(sunil, /Ana Petrescu is calling you now/);
    const elsewhere = await aCustomer();
    await press(elsewhere, 'Reservations');
    await seeText(elsewhere, /Connect to the person who helps you.*Called back about a reservation\?/);
    await press(sunil, 'Open the connection page');
    await fill(sunil, 'Your name', 'Sunil Weeratunga');
    await fill(sunil, 'Code', code);
    await press(sunil, 'Connect');
    await seeText(sunil, /Ana Petrescu/);
    await seeText(panel, /Sunil W\..*Chat only/);
    await press(panel, 'Home');
    await press(panel, 'All 2');
    await seeText(panel, /To call back 2 /);
    // What became of it stays in sight for a moment, and then it is gone.
    await seeText(panel, /^(?!.*Sunil)/, '.rh-list');
  });

  it('goes back into the list when nobody answers, and leaves it when the customer cancels', async () => {
    await press(panel, 'Call back Elif Korhan');
    await seeText(panel, /You are calling Elif Korhan/);
    await press(panel, 'No answer');
    await seeText(panel, /Elif Korhan.*Called once, \d\d:\d\d, no answer/);
    const elif = contexts[0];
    const [elifPage] = (await elif?.pages()) ?? [];
    assert.ok(elifPage);
    await seeText(elifPage, /We called you at \d\d:\d\d, and nobody answered\. We try again\./);
    await press(elifPage, 'Cancel the reservation');
    await seeText(elifPage, /Nobody calls you then/);
    const sure = await elifPage.waitForSelector('dialog[open] .rh-dialog-buttons button:last-child', { visible: true });
    await sure?.click();
    await seeText(elifPage, /Get help with your computer/);
    await seeText(panel, /Cancelled by the customer|To call back 1/);
  });

  it('is taken as often as the administrator says, and then the page offers nothing that would fail [S0-37]', async () => {
    admin = await signedIn();
    await press(admin, 'Hours');
    await press(admin, 'General');
    await fill(admin, 'Reservation Queue #', '1');
    await admin.keyboard.press('Tab');
    await save(admin);
    const page = await aCustomer();
    await seeText(page, /General Any question Reservation Only No more reservations now/);
    const isShut = await page.$$eval('input[type=radio]', (all) => all[0]?.disabled);
    assert.equal(isShut, true);
  });

  it('is all that is left on a holiday, whoever is logged in, until the channel opens at the customer’s own time [B-22]', async () => {
    await press(admin, 'Hours');
    await admin.waitForSelector('select');
    await admin.select('select', 'Asia/Calcutta');
    await save(admin);
    await press(admin, 'Hardware');
    await ana.call('presence.set', { presence: 'online' });
    tokyo = await aCustomer({ timeZone: 'Asia/Tokyo' });
    await seeText(tokyo, /Hardware Screens, keyboards, phones (Available|Busy)/);

    await press(admin, 'Add a holiday');
    await press(admin, 'Save');
    await seeText(admin, /Choose a day, and no day twice/);
    await writeHoliday(admin, inCalcutta(0).date, 'Town fair');
    // Tomorrow, too: it may become midnight there while this runs.
    await press(admin, 'Add a holiday');
    await writeHoliday(admin, inCalcutta(1).date, 'The day after');
    await save(admin);
    const opens = `${inCalcutta(2).weekday}, 03:30 your time`;
    await seeText(tokyo, new RegExp(`Hardware Screens, keyboards, phones Offline Opens ${opens}`));
    await tokyo.click('::-p-text(Hardware)');
    await seeText(tokyo, new RegExp(`We are closed until ${opens}\\. Leave a reservation`));

    await press(admin, 'Remove the holiday Town fair');
    await press(admin, 'Remove the holiday The day after');
    await save(admin);
    await seeText(tokyo, /Hardware Screens, keyboards, phones (Available|Busy)/);
  });

  it('lies in business hours, which customers read in their own time zone [B-22]', async () => {
    await press(admin, 'Open at certain hours only');
    // Of the whole week only an hour of the day after tomorrow is open, so that it is closed now at whatever hour this runs.
    const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
    const opens = (new Date().getUTCDay() + 1) % 7;
    for (const [index, day] of days.entries()) await write(admin, day, index === opens ? '12:00–13:00' : '');
    await save(admin);
    const day = days[opens] ?? '';
    await seeText(tokyo, new RegExp(`Hardware Screens, keyboards, phones Offline Opens ${day}, 15:30 your time`));
    await seeText(tokyo, new RegExp(`We are closed until ${day}, 15:30 your time\\. Leave a reservation`));
    await press(tokyo, 'At a time I choose');
    const times = await tokyo.waitForFunction(() => {
      const list = [...document.querySelectorAll('select')].find((one) => one.labels[0]?.innerText.startsWith('Day'));
      return list === undefined ? undefined : [...list.options].map(({ text }) => text).join();
    });
    assert.match(String(await times.jsonValue()), new RegExp(day));
  });

  /** The web panel, signed in. */
  async function signedIn(): Promise<Page> {
    const page = await aCustomer({ path: '/admin' });
    await fill(page, 'User ID', stage.administrator.userId);
    await fill(page, 'Password', stage.administrator.password);
    await press(page, 'Sign in');
    await seeText(page, /Channels/);
    return page;
  }

  /** Saves, and waits until nothing is left to be saved. */
  async function save(page: Page): Promise<void> {
    await press(page, 'Save');
    await page.waitForFunction(() => document.querySelector('.admin-unsaved-words') === null, { timeout: 15_000 });
  }

  /** Writes into the holiday that was added last. A date is not typed: each language writes it in another order. */
  async function writeHoliday(page: Page, date: string, name: string): Promise<void> {
    for (const [at, text] of [date, name].entries()) {
      await page.$$eval(
        '.admin-holiday',
        (rows, field, value) => {
          const input = rows.at(-1)?.querySelectorAll('input')[field];
          if (input === undefined) return;
          input.value = value;
          input.dispatchEvent(new Event('input', { bubbles: true }));
        },
        at,
        text,
      );
    }
  }

  /** A day there, counted from today. */
  function inCalcutta(days: number): { readonly date: string; readonly weekday: string } {
    const at = Date.now() + days * 24 * 60 * 60_000;
    const written = (language: string, format: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(language, { ...format, timeZone: 'Asia/Calcutta' }).format(at);
    return { date: written('en-CA', {}), weekday: written('en-US', { weekday: 'long' }) };
  }

  /** Replaces what stands in a field; nothing empties it. */
  async function write(page: Page, label: string, text: string): Promise<void> {
    await fill(page, label, ' ');
    await page.keyboard.press('Backspace');
    if (text !== '') await fill(page, label, text);
  }

  /** Chooses the option of this number in the list with this label. */
  async function choose(page: Page, label: string, option: number): Promise<void> {
    const handle = await page.waitForFunction(
      (words, index) => {
        const lists = [...document.querySelectorAll('select')];
        const list = lists.find((one) => one.labels[0]?.innerText.startsWith(words));
        return list !== undefined && !list.disabled && list.options.length > index ? list : undefined;
      },
      { timeout: 15_000 },
      label,
      option,
    );
    const list = handle.asElement();
    assert.ok(list);
    const value = await list.evaluate(
      (element, index) => (element as HTMLSelectElement).options[index]?.value ?? '',
      option,
    );
    await (list as unknown as { select(value: string): Promise<string[]> }).select(value);
  }
});
