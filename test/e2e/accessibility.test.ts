/** Every page that people see, for those who cannot see, cannot hear, have no mouse, or enlarge everything. */
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { randomId } from '../../server/secrets/random.ts';
import { createRep, openCustomerLink, repOnline } from '../support/people.ts';
import type { RepLink } from '../support/people.ts';
import { aForm } from '../integration/server-sessions/sessions-for-tests.ts';
import { accessibilityProblems } from './support/accessibility.ts';
import { fill, press, seeText, startBrowser } from './support/browser.ts';
import type { TestBrowser } from './support/browser.ts';
import { startDemoStage } from './support/demo-stage.ts';
import type { DemoStage } from './support/demo-stage.ts';
import { endAsCustomer } from './support/end-session.ts';
import { signIn, startRep } from './support/rep.ts';
import type { RepAtWork } from './support/rep.ts';
import { openPlace, pressAll, webPanelPlaces } from './support/web-panel-places.ts';

describe('Whoever works by keys, by ear or with everything enlarged', function () {
  this.timeout(300_000);
  let stage: DemoStage;
  let chromium: TestBrowser;

  before(async function () {
    this.timeout(120_000);
    stage = await startDemoStage();
    chromium = await startBrowser();
  });
  after(async function () {
    this.timeout(60_000);
    await chromium?.close();
    await stage?.stop();
  });

  const none = (problems: readonly string[]) => assert.deepEqual(problems, [], `\n${problems.join('\n')}`);

  describe('in the web panel', () => {
    it('can read and use every page, and what opens on it, at any width [B-31]', async () => {
      const page = await chromium.browser.newPage();
      const problems: string[] = [];
      const { origin } = stage.server;
      await page.goto(`${origin}/admin`);
      await seeText(page, /Sign in/);
      problems.push(...(await accessibilityProblems(page, 'sign-in', { narrow: true, byTab: true })));
      await fill(page, 'User ID', stage.administrator.userId);
      await fill(page, 'Password', stage.administrator.password);
      await press(page, 'Sign in');
      await page.waitForSelector('nav');
      for (const { path, opened = [] } of await webPanelPlaces(stage.admin)) {
        await openPlace(page, origin, path);
        problems.push(...(await accessibilityProblems(page, path, { narrow: true, byTab: true })));
        for (const names of opened) {
          await openPlace(page, origin, path);
          await pressAll(page, names);
          problems.push(...(await accessibilityProblems(page, `${path}, ${names.join(', ')}`, { byTab: true })));
        }
      }
      await page.close();
      none(problems);
    });
  });

  describe('as a customer', () => {
    let rep: RepLink;
    let page: Page;
    const problems: string[] = [];
    const look = async (name: string) => {
      problems.push(...(await accessibilityProblems(page, name, { narrow: true, largeText: true, byTab: true })));
    };
    const aPage = async (path: string) => {
      const context = await chromium.browser.createBrowserContext();
      page = await context.newPage();
      await page.goto(stage.server.origin + path);
    };

    before(async () => {
      const administrator = { panel: stage.admin };
      rep = await repOnline(stage.server, await createRep(administrator, { displayName: 'Ada' }));
    });
    after(() => rep?.close());
    beforeEach(() => problems.splice(0));

    it('can ask, see what is missing, wait, chat, answer questions and read what happened [B-31]', async () => {
      await aPage('/');
      await seeText(page, /Available/);
      await look('request page');
      await press(page, 'Ask for help');
      await page.waitForSelector('[aria-invalid=true]');
      await look('request page with faults');
      await page.click('::-p-text(Computers and printers)');
      await fill(page, 'Your name', 'Marta Kowalenko');
      await fill(page, 'Reason', 'Nothing prints');
      await press(page, 'Ask for help');
      await seeText(page, /in line/);
      await look('waiting');
      await press(page, 'Change');
      await look('changing the request');
      await press(page, 'Leave the line');
      await page.waitForSelector('dialog[open]');
      await look('leaving the line');
      await press(page, 'Stay in line');
      const { request } = await rep.event('requests.waiting', ({ request: { name } }) => name === 'Marta Kowalenko');
      const { session } = await rep.call('requests.claim', { request: request.id });
      await fill(page, 'Write to', 'The lamp on the printer is green.');
      await press(page, 'Send');
      await rep.call('chat.send', { session: session.id, clientId: randomId(), text: 'May I look? See https://help.example' });
      await seeText(page, /May I look/);
      await look('chat');
      const ask = { scope: 'control', devices: 'both', minutes: null } as const;
      await rep.call('consent.ask', { session: session.id, clientId: randomId(), ask });
      await seeText(page, /\?/, '[role=alertdialog]');
      await look('chat with a question');
      await endAsCustomer(page);
      await look('summary');
      none(problems);
    });

    it('can come in by code, link and invitation, reserve a call, and read what is needed [B-31]', async () => {
      await aPage('/needs');
      await seeText(page, /What your computer needs/);
      await look('needs');
      await aPage('/connect');
      await seeText(page, /Connect to the person who helps you/);
      await look('connect page');
      await press(page, 'Connect');
      await page.waitForSelector('[aria-invalid=true]');
      await look('connect page with faults');
      const { session } = await rep.call('sessions.start', { customer: 'Bo' });
      const { code } = session.code ?? assert.fail('no code');
      await fill(page, 'Your name', 'Mallory');
      await fill(page, 'Code', code);
      await press(page, 'Connect');
      await seeText(page, /asked to let you in/);
      await look('knocking');
      await aPage('/invite');
      await seeText(page, /Ask somebody you know/);
      await look('invitation form');
      await fill(page, 'Your name', 'Marta Vogel');
      await press(page, 'Make the invitation');
      const seen = await seeText(page, /Open http\S+ or type the code/);
      await look('invitation');
      const link = new URL(/Open (http\S+)/.exec(seen)?.[1] ?? assert.fail('no link'));
      await aPage(link.pathname + link.hash);
      await seeText(page, /asks you for help/);
      await look('help page');
      none(problems);
    });
  });

  describe('as a representative', () => {
    let work: RepAtWork;
    let panel: Page;
    const problems: string[] = [];
    const look = async (name: string, page = panel) => {
      problems.push(...(await accessibilityProblems(page, name, { narrow: page === panel, byTab: true })));
    };

    /** By what stands on its button, which may count something too. */
    const goTo = (room: string) => panel.locator(`.rh-nav-row-button ::-p-text(${room})`).click();

    before(async () => {
      work = await startRep();
      panel = await work.openPanel();
    });
    after(() => work?.close());
    beforeEach(() => problems.splice(0));

    it('can sign in and use every room, with people waiting [B-31]', async () => {
      await seeText(panel, /Sign in/);
      await look('sign-in');
      await signIn(panel, stage.server.origin, stage.lead.userId, stage.lead.password);
      for (const name of ['Elif Korhan', 'Sunil Weeratunga']) {
        const customer = await openCustomerLink(stage.server);
        await customer.call('requests.ask', await aForm(customer, name));
      }
      for (const room of ['Home', 'Requests', 'Reservations', 'Shortcuts', 'History', 'Team', 'Settings']) {
        await goTo(room);
        await panel.waitForFunction(() => document.querySelector('.rh-skeleton') === null, { timeout: 15_000 });
        await look(`room ${room}`);
      }
      await goTo('Home');
      await panel.keyboard.press('?');
      await panel.waitForSelector('dialog[open]');
      await look('sheet of keys');
      await panel.keyboard.press('Escape');
      none(problems);
    });

    it('can start sessions, chat, ask to see, and read the summary [B-31]', async () => {
      await goTo('Home');
      await fill(panel, 'Customer’s name', 'Bo Lindqvist');
      await press(panel, 'Start Session');
      await seeText(panel, /\d{3} \d{3}.*Page for typing the code/, 'dialog[open]');
      await look('ways into a session');
      await press(panel, 'Close');
      await goTo('Requests');
      await panel.locator('button ::-p-text(Accept)').click();
      await seeText(panel, /Chat only/);
      await look('chat');
      await fill(panel, 'Reply to', '/');
      await look('chat with what can be shared');
      await fill(panel, 'Reply to', 'May I look?');
      await press(panel, 'Send');
      await press(panel, 'View');
      await look('asking to see the screen');
      await panel.keyboard.press('Escape');
      await press(panel, 'Screen');
      await look('screen tab');
      await press(panel, 'End');
      await panel.waitForSelector('dialog[open]');
      await look('ending the session');
      await press(panel, 'End session');
      await seeText(panel, /Put away/);
      await look('summary');
      none(problems);
    });

    it('can use the window with the customer’s screen [B-31]', async () => {
      await goTo('Home');
      await fill(panel, 'Customer’s name', 'Hanne Brekke');
      await press(panel, 'More ways to start');
      await look('menu of ways to start');
      await press(panel, 'Remote Control');
      const viewer = await work.extensionPage('viewer.html');
      await seeText(viewer, /\d{3} \d{3}/);
      await look('viewer window', viewer);
      none(problems);
    });
  });
});
