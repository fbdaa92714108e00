/** Every page that people see, for those who cannot see, cannot hear, have no mouse, or enlarge everything. */
import assert from 'node:assert/strict';
import type { ElementHandle, Page } from 'puppeteer-core';
import { randomId } from '../../server/secrets/random.ts';
import { linkAddress } from '../../shared/contract/connection-link.ts';
import { createRep, openCustomerLink, repOnline } from '../support/people.ts';
import type { RepLink } from '../support/people.ts';
import { aForm } from '../integration/server-sessions/sessions-for-tests.ts';
import { accessibilityProblems, expectAccessible } from './support/accessibility.ts';
import { pressByKeys } from './support/by-keys.ts';
import { fill, seeText, startBrowser } from './support/browser.ts';
import type { TestBrowser } from './support/browser.ts';
import { startDemoStage } from './support/demo-stage.ts';
import type { DemoStage } from './support/demo-stage.ts';
import { endAsCustomer } from './support/end-session.ts';
import { signIn, startRep } from './support/rep.ts';
import type { RepAtWork } from './support/rep.ts';
import { openPlace, takeSteps, webPanelPlaces } from './support/web-panel-places.ts';

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
      await pressByKeys(page, 'Sign in');
      await page.waitForSelector('nav');
      for (const { path, opened = [] } of await webPanelPlaces(stage.admin)) {
        await openPlace(page, origin, path);
        problems.push(...(await accessibilityProblems(page, path, { narrow: true, byTab: true })));
        for (const steps of opened) {
          await openPlace(page, origin, path);
          await takeSteps(page, steps);
          const name = `${path}, ${steps.filter((step) => typeof step === 'string').join(', ')}`;
          problems.push(...(await accessibilityProblems(page, name, { narrow: true, byTab: true })));
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
      await pressByKeys(page, 'Ask for help');
      await page.waitForSelector('[aria-invalid=true]');
      await look('request page with faults');
      await page.click('::-p-text(Computers and printers)');
      await fill(page, 'Your name', 'Marta Kowalenko');
      await fill(page, 'Reason', 'Nothing prints');
      await pressByKeys(page, 'Ask for help');
      await seeText(page, /in line/);
      await look('waiting');
      // Come to anew, the page may make no sound before it is pressed.
      await page.reload();
      await pressByKeys(page, 'Switch the sound on');
      await pressByKeys(page, 'Change');
      await look('changing the request');
      await pressByKeys(page, 'Leave the line');
      await page.waitForSelector('dialog[open]');
      await look('leaving the line');
      await pressByKeys(page, 'Stay in line');
      const { request } = await rep.event('requests.waiting', ({ request: { name } }) => name === 'Marta Kowalenko');
      const { session } = await rep.call('requests.claim', { request: request.id });
      await fill(page, 'Write to', 'The lamp on the printer is green.');
      await pressByKeys(page, 'Send');
      await rep.call('chat.send', {
        session: session.id,
        clientId: randomId(),
        text: 'May I look? See https://help.example',
      });
      await seeText(page, /May I look/);
      await look('chat');
      const ask = { scope: 'control', devices: 'both', minutes: null } as const;
      await rep.call('consent.ask', { session: session.id, clientId: randomId(), ask });
      await seeText(page, /\?/, '[role=alertdialog]');
      await look('chat with a question');
      await endAsCustomer(page);
      await look('summary');
      await pressByKeys(page, 'Your receipt');
      await seeText(page, /unchanged since/, '.receipt');
      await look('receipt');
      none(problems);
    });

    it('can come in by code, link and invitation, reserve a call, and read what is needed [B-31]', async () => {
      await aPage('/needs');
      await seeText(page, /What your computer needs/);
      await look('needs');
      await aPage('/install');
      await seeText(page, /Load unpacked/);
      await look('installing the extension');
      await aPage('/connect');
      await seeText(page, /Connect to the person who helps you/);
      await look('connect page');
      await pressByKeys(page, 'Connect');
      await page.waitForSelector('[aria-invalid=true]');
      await look('connect page with faults');
      const { session } = await rep.call('sessions.start', { customer: 'Bo' });
      const { code } = session.code ?? assert.fail('no code');
      await fill(page, 'Your name', 'Mallory');
      await fill(page, 'Code', code);
      await pressByKeys(page, 'Connect');
      await seeText(page, /asked to let you in/);
      await look('knocking');
      const { token } =
        (await rep.call('sessions.start', { customer: 'Cem' })).session.door?.link ?? assert.fail('no link');
      await aPage(linkAddress('', { token, device: 'computer' }));
      await seeText(page, /is waiting for you/);
      await look('page of a link');
      await aPage('/invite');
      await seeText(page, /Ask somebody you know/);
      await look('invitation form');
      await fill(page, 'Your name', 'Marta Vogel');
      await pressByKeys(page, 'Make the invitation');
      const seen = await seeText(page, /Open http\S+ or type the code/);
      await look('invitation');
      const link = new URL(/Open (http\S+)/.exec(seen)?.[1] ?? assert.fail('no link'));
      await aPage(link.pathname + link.hash);
      await seeText(page, /asks you for help/);
      await look('help page');
      none(problems);
    });

    it('can reserve a call, and change or cancel it [B-31]', async () => {
      await rep.call('presence.set', { presence: 'away' });
      await aPage('/');
      await seeText(page, /Busy/);
      await page.click('::-p-text(Computers and printers)');
      await pressByKeys(page, 'Reserve a call instead');
      await pressByKeys(page, 'At a time I choose');
      await pressByKeys(page, 'Reserve the call');
      await page.waitForSelector('[aria-invalid=true]');
      await look('reserving a call, with faults');
      await fill(page, 'Your name', 'Noor Haddad');
      await fill(page, 'Phone', '+1 555 0142');
      await fill(page, 'Reason', 'Card reader blinks');
      await pressByKeys(page, 'As soon as possible');
      await pressByKeys(page, 'Reserve the call');
      await seeText(page, /reserved We call you/);
      await look('reservation');
      await pressByKeys(page, 'Cancel the reservation');
      await page.waitForSelector('dialog[open]');
      await look('cancelling the reservation');
      none(problems);
    });
  });

  describe('as a representative', function () {
    this.timeout(300_000);
    let work: RepAtWork;
    let panel: Page;
    const problems: string[] = [];
    const look = async (name: string, page = panel) => {
      problems.push(...(await accessibilityProblems(page, name, { narrow: page === panel, byTab: true })));
    };

    /** By the button's first word, which may be drawn as a sign only, with a number after it. */
    const goTo = async (room: string) => {
      const button = await panel.waitForFunction(
        (name) => {
          const all = document.querySelectorAll<HTMLElement>('.rh-nav-row-button');
          return [...all].find((one) => one.textContent.startsWith(name));
        },
        { timeout: 15_000 },
        room,
      );
      await (button.asElement() as ElementHandle<Element> | null)?.click();
    };

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
      await pressByKeys(panel, 'Start Session');
      await seeText(panel, /\d{3} \d{3}.*Page for typing the code/, 'dialog[open]');
      await look('ways into a session');
      await pressByKeys(panel, 'Close');
      await goTo('Requests');
      await panel.locator('button ::-p-text(Accept)').click();
      await seeText(panel, /Chat only/);
      await look('chat');
      await fill(panel, 'Reply to', '/');
      await look('chat with what can be shared');
      await fill(panel, 'Reply to', 'May I look?');
      await pressByKeys(panel, 'Send');
      await pressByKeys(panel, 'View');
      await look('asking to see the screen');
      await panel.keyboard.press('Escape');
      await pressByKeys(panel, 'Screen');
      await look('screen tab');
      await pressByKeys(panel, 'End');
      await panel.waitForSelector('dialog[open]');
      await look('ending the session');
      await pressByKeys(panel, 'End session');
      await seeText(panel, /Put away/);
      await look('summary');
      await pressByKeys(panel, 'Put away');
      none(problems);
    });

    it('can use the window with the customer’s screen [B-31]', async () => {
      await goTo('Home');
      await fill(panel, 'Customer’s name', 'Hanne Brekke');
      await pressByKeys(panel, 'More ways to start');
      await look('menu of ways to start');
      await pressByKeys(panel, 'Remote Control');
      const viewer = await work.extensionPage('viewer.html');
      await seeText(viewer, /\d{3} \d{3}/);
      await look('viewer window', viewer);
      none(problems);
    });

    it('can set up and use the second step of signing in [B-31]', async () => {
      await stage.admin.call('twoStep.require', { roles: ['team-lead'] });
      await pressByKeys(panel, 'Online');
      await pressByKeys(panel, 'Sign out');
      await fill(panel, 'Password', stage.lead.password);
      await pressByKeys(panel, 'Sign in');
      await seeText(panel, /Set up two-step sign-in.*Or type this key/);
      await expectAccessible(panel, 'setting up the second step', { narrow: true, byTab: true });
    });
  });
});
