/** What the keys of a session do in panel and viewer window: each pressed for real, with what is to be seen of it. */
import assert from 'node:assert/strict';
import type { KeyInput, Page } from 'puppeteer-core';
import type { Key } from '../../../extension/keys/key.ts';
import { randomId } from '../../../server/secrets/random.ts';
import type { AccountId, SessionId } from '../../../shared/contract/identifiers.ts';
import { until } from '../../integration/customer-host-x11/x-display.ts';
import { grant } from '../../integration/server-sessions/sessions-for-tests.ts';
import type { CustomerLink, HostLink, RepLink } from '../../support/people.ts';
import { seeText, textOf } from './browser.ts';

/** A session with a customer, their host, its owner and a guest who may control. */
export interface KeyScene {
  readonly session: SessionId;
  readonly customer: CustomerLink;
  readonly host: HostLink;
  /** Another link of the owner's, by which others' part of a story is played. */
  readonly owner: RepLink;
  readonly guest: AccountId;
}

/** Presses the key, on this page, and resolves when what it is for is to be seen. */
export type KeyStory = (tap: () => Promise<void>, on: Page) => Promise<unknown>;

/** Presses a key as it lies on the keyboard, with all that must be held; of a row of keys the first unless said. */
export async function tapKey(on: Page, { drawn, codes, ...held }: Omit<Key, 'run'>, code = codes[0]): Promise<void> {
  // By its sign: it lies elsewhere on each keyboard.
  if (drawn === '?') return on.keyboard.type('?');
  const modifiers = (['alt', 'ctrl', 'shift'] as const).filter((name) => held[name] === true);
  const names = { alt: 'Alt', ctrl: 'Control', shift: 'Shift' } as const;
  for (const name of modifiers) await on.keyboard.down(names[name]);
  await on.keyboard.press(code as KeyInput);
  for (const name of modifiers.toReversed()) await on.keyboard.up(names[name]);
}

/** Waits until the page's text does not fit any more. */
export async function seeGone(on: Page, form: RegExp): Promise<void> {
  await until(`the end of ${String(form)}`, async () => !form.test(await textOf(on)), 15_000);
}

/** A key that opens a dialog or a form with these words; it is closed again. */
export function opens(words: RegExp, place = 'dialog[open]'): KeyStory {
  return async (tap, on) => {
    await tap();
    await seeText(on, words, place);
    // Esc is heard from then on.
    await on.waitForFunction((box) => document.activeElement?.closest(box) !== null, { timeout: 15_000 }, place);
    await on.keyboard.press('Escape');
    await on.waitForSelector(place, { hidden: true, timeout: 15_000 });
  };
}

/** A key that lets a file be chosen; none is. */
export async function opensChooser(tap: () => Promise<void>, on: Page): Promise<void> {
  const chooser = on.waitForFileChooser({ timeout: 15_000 });
  // The page has heard by then that the system's own dialog is not wanted; a key could be faster.
  await on.evaluate(() => document.hasFocus());
  await tap();
  await (await chooser).cancel();
}

/** A call that was answered; its window waits for the voice of a customer who has none. */
const inCall = /(?:Talking with|Waiting for) Marta/;

/** The stories of the keys that panel and window have in common, by how they are drawn. The page shows the chat. */
export function sessionStories(scene: KeyScene, place: 'panel' | 'window'): Record<string, KeyStory> {
  const { session, customer, host, owner, guest } = scene;
  const head = async () => {
    const { sessions } = await owner.call('snapshot.get', {});
    return sessions.find(({ id }) => id === session) ?? assert.fail('the session is open');
  };
  /** Nothing is asked and nothing granted. */
  const nothing = async (on: Page) => {
    const { ask, consents } = await head();
    if (ask !== null) await owner.call('consent.unask', { session });
    if (consents.length > 0) await owner.call('consent.lower', { session, scope: 'view' });
    await seeText(on, /Chat only/);
  };
  const control = async (on: Page) => {
    await nothing(on);
    await grant(owner, host, session, 'control');
    await seeText(on, /Release/);
  };
  /** What the rep's next call was asked with, once it is asked. */
  const calls = async (on: Page, tap: () => Promise<void>) => {
    await tap();
    await seeText(on, /Calling Marta/);
    // Until its window has come, another call cannot be begun.
    await on.waitForSelector('[aria-keyshortcuts="Alt+H"]:not([aria-busy])', { timeout: 15_000 });
    const { entries } = await owner.call('log.after', { session, seq: 0 });
    const last = entries.findLast(({ kind }) => kind === 'call-asked');
    return last?.kind === 'call-asked' ? last.media : undefined;
  };
  const isAnswered = async (on: Page) => {
    await customer.call('call.answer', { session, clientId: randomId(), answer: 'yes' });
    await seeText(on, inCall, 'body', 30_000);
  };
  const inPanel: Record<string, KeyStory> = {
    'Alt T': async (tap, on) => {
      assert.equal(await calls(on, tap), 'voice');
      await owner.call('call.withdraw', { session });
      await seeGone(on, /Calling Marta/);
    },
    'Alt K': async (tap, on) => {
      assert.equal(await calls(on, tap), 'video');
      await isAnswered(on);
    },
  };
  /** Where the call runs, its camera is switched by the same key. */
  const inWindow: Record<string, KeyStory> = {
    'Alt T': async (tap, on) => {
      assert.equal(await calls(on, tap), 'voice');
      await isAnswered(on);
    },
    'Alt K': async (tap, on) => {
      await tap();
      await on.waitForSelector('[aria-label="Switch your camera off"]', { timeout: 15_000 });
    },
  };
  const isForReps = (on: Page, yes: boolean) =>
    on.waitForSelector(`.rh-composer[data-reps-only="${String(yes)}"]`, { timeout: 15_000 });

  return {
    'Alt V': async (tap, on) => {
      await nothing(on);
      await opens(/Ask Marta to show the screen/, '.ext-ask')(tap, on);
    },
    'Alt G': async (tap, on) => {
      await nothing(on);
      await opens(/Ask Marta for mouse and keyboard/, '.ext-ask')(tap, on);
    },
    'Alt Z': async (tap, on) => {
      await nothing(on);
      const ask = { scope: 'view', devices: 'both', minutes: 15 } as const;
      await owner.call('consent.ask', { session, clientId: randomId(), ask });
      await seeText(on, /Withdraw/);
      await tap();
      await seeText(on, /Chat only/);
      assert.equal((await head()).ask, null);
    },
    'Alt X': async (tap, on) => {
      await control(on);
      await tap();
      await seeGone(on, /Release/);
      assert.ok(!(await head()).consents.some(({ scope }) => scope === 'control'));
    },
    'Alt J': async (tap, on) => {
      await control(on);
      await owner.call('members.giveHands', { session, rep: guest });
      await seeText(on, /Take control/);
      await tap();
      await seeText(on, /Release/);
      await nothing(on);
    },
    'Alt U': opensChooser,
    'Alt D': opens(/guide\.txt/, '.rh-menu-list'),
    'Alt E': opens(/Suggest a page to Marta/),
    ...(place === 'panel' ? inPanel : inWindow),
    // The call of the key before goes on: a customer is not called again and again within a minute.
    'Alt M': async (tap, on) => {
      await on.waitForSelector('[aria-label="Mute your microphone"]', { timeout: 15_000 });
      await tap();
      await on.waitForSelector('[aria-label="Switch your microphone on"]', { timeout: 15_000 });
    },
    'Alt H': async (tap, on) => {
      await tap();
      await seeGone(on, inCall);
    },
    'Alt Q': opens(/End/),
    'Alt W': async (tap, on) => {
      await isForReps(on, false);
      await tap();
      await isForReps(on, true);
      await tap();
      await isForReps(on, false);
    },
    '?': async (tap, on) => {
      await on.focus('.rh-composer-text');
      await on.keyboard.press('Escape');
      await opens(/All keys/, '.ext-keys')(tap, on);
    },
  };
}

/** Asks for the whiteboard by its key; `shows` waits until it is shown, or not; the key turns it from there. */
export function boardStory(
  { session, customer }: KeyScene,
  shows: (on: Page, isShown: boolean) => Promise<unknown>,
  toChat: (on: Page) => Promise<unknown>,
): KeyStory {
  return async (tap, on) => {
    await tap();
    await seeText(on, /Marta is asked whether to draw together/);
    await customer.call('whiteboard.answer', { session, clientId: randomId(), answer: 'yes' });
    await shows(on, true);
    await toChat(on);
    await shows(on, false);
    await tap();
    await shows(on, true);
    await customer.call('whiteboard.close', { session, clientId: randomId() });
    await shows(on, false);
  };
}
