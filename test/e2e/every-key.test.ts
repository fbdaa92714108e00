/** Every key of the sheets of panel and viewer window, one after the other from the tables themselves, with what it does. */
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { toolsWithKeys } from '../../extension/host-tools/tool-list.ts';
import { panelKeys } from '../../extension/panel/panel-keys.ts';
import type { PanelModel } from '../../extension/panel/panel-model.ts';
import { texts } from '../../extension/texts/en.ts';
import type { View } from '../../extension/view/open-view.ts';
import { windowKeys } from '../../extension/window/window-keys.ts';
import type { WindowModel } from '../../extension/window/window-model.ts';
import { randomId } from '../../server/secrets/random.ts';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { aForm, aJoinedHost, allowSessions, grant } from '../integration/server-sessions/sessions-for-tests.ts';
import { createRep, openCustomerLink, repOnline, type CustomerLink, type RepLink } from '../support/people.ts';
import { seeText } from './support/browser.ts';
import { allowsAll, fakeDevices } from './support/calls.ts';
import { boardStory, opens, sessionStories, tapKey, type KeyScene, type KeyStory } from './support/key-stories.ts';
import { startRep } from './support/rep.ts';
import { startStage, type Stage } from './support/stage.ts';

// Only looked at: what they do is done by the extension itself.
const inPanel = panelKeys({} as View, {} as PanelModel);
const inWindow = windowKeys({} as WindowModel);

describe('Every key of the sheet', function () {
  this.timeout(60_000);
  let stage: Stage;
  let panel: Page;
  let viewer: Page;
  let scene: KeyScene;
  let ben: CustomerLink;
  const links: { close(): void }[] = [];
  const linked = <Link extends { close(): void }>(link: Link) => {
    links.push(link);
    return link;
  };

  before(async function () {
    this.timeout(240_000);
    stage = await startStage({ repAtWork: () => startRep({ args: [...fakeDevices, allowsAll] }) });
    panel = stage.panel;
    await allowSessions(stage.administrator, 5);
    await shareFile('guide.txt');
    const owner = linked(await repOnline(stage.server, stage.ana));
    const customer = await asks('Marta Kowalenko');
    const session = await accepted(customer, owner);
    const { host } = await aJoinedHost(stage.server, customer, session);
    // Nothing is offered to her: she is in no channel.
    const lena = await createRep(stage.administrator, { displayName: 'Lena Brandt', channels: [] });
    const guest = linked(await repOnline(stage.server, lena));
    await owner.call('members.invite', { session, rep: lena.account.id, hands: 'control' });
    const { ask } = await guest.event('members.asked');
    await guest.call('members.answer', { ask: ask.id, accept: true });
    scene = { session, customer, host: linked(host), owner, guest: lena.account.id };
  });
  after(async function () {
    this.timeout(60_000);
    for (const link of links.toReversed()) link.close();
    await stage?.stop();
  });

  async function asks(name: string): Promise<CustomerLink> {
    const customer = linked(await openCustomerLink(stage.server));
    await customer.call('requests.ask', await aForm(customer, name));
    await seeText(panel, new RegExp(name));
    return customer;
  }
  async function accepted(customer: CustomerLink, owner: RepLink) {
    const { request } = await owner.event('requests.waiting');
    await owner.call('requests.claim', { request: request.id });
    return (await customer.event('requests.claimed')).session.id;
  }
  async function shareFile(name: string): Promise<void> {
    const { origin } = stage.server;
    const answer = await fetch(`${origin}/shared-files/top`, {
      method: 'POST',
      headers: {
        origin,
        cookie: stage.administrator.browser.cookie ?? '',
        'content-type': 'application/octet-stream',
        'x-file-name': name,
      },
      body: 'How to',
    });
    assert.equal(answer.status, 200);
  }

  const says = (customer: CustomerLink, session: KeyScene['session']) =>
    customer.call('chat.send', { session, clientId: randomId(), text: 'Hello?' });
  const panelKey = (drawn: string, code?: string) =>
    tapKey(panel, inPanel.find((key) => key.drawn === drawn) ?? assert.fail(drawn), code);
  const seeTab = (name: string) =>
    panel.waitForSelector(`[role=tab][aria-selected=true] ::-p-text(${name})`, { timeout: 15_000 });
  const seeSession = (name: string) =>
    panel.waitForSelector(`.rh-session-tab[aria-current=page] ::-p-text(${name})`, { timeout: 15_000 });
  const toTab = (name: string, from: string): KeyStory => {
    return async (tap) => {
      await panelKey(from);
      await tap();
      await seeTab(name);
    };
  };
  let bens: KeyScene['session'] | undefined;

  const panelStories = (): Record<string, KeyStory> => ({
    ...sessionStories(scene, 'panel'),
    'Alt A': async (tap) => {
      ben = await asks('Ben Ortega');
      await tap();
      bens = (await ben.event('requests.claimed')).session.id;
      await seeSession('Ben');
    },
    'Alt P': async (tap) => {
      const cleo = await asks('Cleo Lind');
      await panel.waitForSelector('.ext-offer-float', { timeout: 15_000 });
      await tap();
      await panel.waitForSelector('.ext-offer-float', { hidden: true, timeout: 15_000 });
      await cleo.call('requests.leave', {});
    },
    'Alt 0': async (tap) => {
      await tap();
      await seeText(panel, /Start Session/);
    },
    'Alt Shift 1 … 7': async () => {
      const rooms = ['home', 'requests', 'reservations', 'shortcuts', 'history', 'settings'] as const;
      for (const [place, room] of rooms.entries()) {
        await panelKey('Alt Shift 1 … 7', `Digit${place + 1}`);
        await panel.waitForSelector(`.rh-nav-row-button[aria-current=page] ::-p-text(${texts.rooms[room]})`);
      }
    },
    'Alt 1 … 9': async (tap) => {
      await panelKey('Alt 1 … 9', 'Digit2');
      await seeSession('Ben');
      await tap();
      await seeSession('Marta');
    },
    'Alt ↓': async (tap) => {
      await says(ben, bens ?? assert.fail());
      await panel.waitForSelector('.rh-session-tab-unread', { timeout: 15_000 });
      await tap();
      await seeSession('Ben');
    },
    'Alt ↑': async (tap) => {
      await panelKey('Alt 1 … 9', 'Digit2');
      await says(scene.customer, scene.session);
      await panel.waitForSelector('.rh-session-tab-unread', { timeout: 15_000 });
      await tap();
      await seeSession('Marta');
    },
    'Alt C': toTab('Chat', 'Alt .'),
    'Alt S': toTab('Screen', 'Alt C'),
    'Alt B': boardStory(
      scene,
      (_, isShown) => seeTab(isShown ? 'Whiteboard' : 'Chat'),
      () => panelKey('Alt C'),
    ),
    'Alt .': toTab('Tools', 'Alt C'),
    'Alt R': toTab('Report', 'Alt C'),
    'Alt N': async (tap) => {
      await tap();
      await panel.waitForFunction(() => document.activeElement?.getAttribute('name') === 'note', { timeout: 15_000 });
    },
    'Alt O': async (tap) => {
      // A call has opened it before.
      await (await stage.rep.extensionPage('viewer.html')).close();
      await grant(scene.owner, scene.host, scene.session, 'view');
      await seeText(panel, /Stop/);
      await panelKey('Alt S');
      await tap();
      viewer = await stage.rep.extensionPage('viewer.html');
      await seeText(viewer, /Stop/);
    },
    'Alt I': opens(/Invite/),
    'Alt Y': opens(/Who goes on with Marta/),
    'Ctrl F': async (tap) => {
      await tap();
      await panel.waitForSelector('.ext-search input', { timeout: 15_000 });
    },
    N: async (tap) => {
      await panel.focus('.rh-composer-text');
      await panel.keyboard.press('Escape');
      await tap();
      await panel.waitForFunction(() => document.activeElement?.getAttribute('name') === 'customer', {
        timeout: 15_000,
      });
    },
  });

  const windowStories = (): Record<string, KeyStory> => ({
    ...sessionStories(scene, 'window'),
    'Alt C': async (tap, on) => {
      const isChat = async () => (await on.$('.ext-window-drawer')) !== null;
      await tap();
      await until('the chat to go', async () => !(await isChat()));
      await tap();
      await until('the chat to come back', isChat);
    },
    'Alt B': boardStory(
      scene,
      (on, isShown) => on.waitForSelector(`[data-board="${String(isShown)}"]`, { timeout: 15_000 }),
      (on) => tapKey(on, inWindow.find(({ drawn }) => drawn === 'Alt B') ?? assert.fail()),
    ),
    'Alt F': async (tap, on) => {
      await tap();
      await on.waitForSelector('.ext-window[data-full="true"]', { timeout: 15_000 });
      await tap();
      await on.waitForSelector('.ext-window[data-full="false"]', { timeout: 15_000 });
    },
    ...Object.fromEntries(toolsWithKeys.map(({ key }) => [key, shows])),
  });

  /** Comes over the picture, has the keys there, and goes again. */
  const shows: KeyStory = async (tap, on) => {
    await tap();
    await on.waitForFunction(() => document.activeElement?.closest('.ext-window-tool') !== null, { timeout: 15_000 });
    await tap();
    await on.waitForSelector('.ext-window-tool h2', { hidden: true, timeout: 15_000 });
  };

  for (const key of inPanel)
    it(`does what it says in the panel: ${key.drawn}, ${key.text}`, async () => {
      if (bens !== undefined) await panelKey('Alt 1 … 9', 'Digit1');
      const story = panelStories()[key.drawn] ?? assert.fail(`Nothing says what ${key.drawn} does`);
      await story(() => tapKey(panel, key), panel);
    });

  for (const key of inWindow)
    it(`does what it says in the viewer window: ${key.drawn}, ${key.text}`, async () => {
      const story = windowStories()[key.drawn] ?? assert.fail(`Nothing says what ${key.drawn} does`);
      await story(() => tapKey(viewer, key), viewer);
    });
});
