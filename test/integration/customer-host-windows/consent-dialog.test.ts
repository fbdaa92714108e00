import assert from 'node:assert/strict';
import { controlConsent, troubleNotice } from '../../../customer-host/texts/en.ts';
import type { HostWindows } from '../../../customer-host/windows/host-windows.ts';
import { openHostWindows } from '../../../customer-host/windows/open-host-windows.ts';
import type { NestedDisplay } from './nested-display.ts';
import { eventually, openNestedDisplay } from './nested-display.ts';

const plum = '#7a2f8c';
const white = '#ffffff';
const helper = { name: 'Ines Halvorsen', firstName: 'Ines', organisation: 'Ostervale City Services' };
const question = controlConsent(helper, 15, 'both', true);

// Inside the two buttons of the dialog on a screen of 1280 by 800, beside their words.
const no = { x: 430, y: 555 };
const yes = { x: 860, y: 555 };

describe("the consent dialog on the customer's desktop", function () {
  this.timeout(30_000);
  let desktop: NestedDisplay;
  let windows: HostWindows;
  let abort: AbortController;
  /** The windows' clock stands here while it is set, so that no slow machine lets the half second pass. */
  let heldAt: number | undefined;

  before(async () => {
    desktop = await openNestedDisplay();
    windows = await openHostWindows({
      platform: 'linux',
      display: desktop.inner,
      now: () => heldAt ?? performance.now(),
    });
  });

  beforeEach(() => {
    abort = new AbortController();
  });

  afterEach(() => {
    heldAt = undefined;
    // A test that failed leaves no dialog to the next one.
    abort.abort(new Error('the test is over'));
  });

  after(async () => {
    windows.close();
    await desktop.close();
  });

  it('takes a yes from the hand of the customer, and leaves the screen', async () => {
    const asked = ask();
    await dialogShows();
    await armed();
    await click(yes);
    assert.equal(await asked.answer, 'yes');
    await eventually('the dialog left', async () => (await desktop.picture()).at(yes.x, yes.y) !== plum);
  });

  it('does not take a yes in the first half second after it appears [H-63]', async () => {
    await desktop.hand('mousemove', String(yes.x), String(yes.y));
    heldAt = performance.now();
    const asked = ask();
    await dialogShows();
    heldAt += 499;
    await desktop.hand('click', '1');
    // The next thing that the hand does is handled after the click.
    await desktop.hand('key', 'Right');
    await eventually('the focus moved to Yes', async () => (await desktop.picture()).at(646, 541) === white);
    assert.equal(asked.settled(), false);
    heldAt += 1;
    await desktop.hand('click', '1');
    assert.equal(await asked.answer, 'yes');
  });

  it('is deaf to clicks and keys that a program injects, whenever they come [H-63]', async () => {
    const asked = ask();
    await dialogShows();
    await armed();
    await desktop.inject('mousemove', String(yes.x), String(yes.y), 'click', '1');
    await desktop.inject('key', 'Tab', 'key', 'Return', 'key', 'space', 'key', 'Escape');
    await desktop.inject('mousemove', String(no.x), String(no.y), 'click', '1');
    // The hand's own press comes after the injected ones: whatever they did has been handled by then.
    await desktop.hand('key', 'Right');
    await eventually('the focus moved to Yes', async () => (await desktop.picture()).at(646, 541) === white);
    assert.equal(asked.settled(), false);
    await desktop.hand('key', 'Return');
    assert.equal(await asked.answer, 'yes');
  });

  it('says no for Enter, because No has the focus', async () => {
    const asked = ask();
    await dialogShows();
    await armed();
    await desktop.hand('key', 'Return');
    assert.equal(await asked.answer, 'no');
  });

  it('says no for Escape at any time', async () => {
    const asked = ask();
    await dialogShows();
    await desktop.hand('key', 'Escape');
    assert.equal(await asked.answer, 'no');
  });

  it('says no for a click on No', async () => {
    const asked = ask();
    await dialogShows();
    await click(no);
    assert.equal(await asked.answer, 'no');
  });

  it('is not answered by a press on Yes that is let go elsewhere', async () => {
    const asked = ask();
    await dialogShows();
    await armed();
    await desktop.hand('mousemove', String(yes.x), String(yes.y), 'mousedown', '1');
    await desktop.hand('mousemove', '100', '700', 'mouseup', '1');
    await desktop.hand('key', 'Escape');
    assert.equal(await asked.answer, 'no');
  });

  it('leaves when the question is withdrawn', async () => {
    const asked = ask();
    await dialogShows();
    abort.abort(new Error('the request was withdrawn'));
    await assert.rejects(asked.answer, /withdrawn/);
    await eventually('the dialog left', async () => (await desktop.picture()).at(yes.x, yes.y) !== plum);
  });

  it('answers no when the desktop goes away, and the host lives on', async () => {
    const other = await openNestedDisplay();
    const there = await openHostWindows({ platform: 'linux', display: other.inner, now: () => performance.now() });
    const answer = there.askConsent(question, abort.signal);
    await other.endInner();
    assert.equal(await answer, 'no');
    assert.equal(await there.askConsent(question, abort.signal), 'no');
    assert.equal(await there.notice(troubleNotice('fault')).answered, 'closed');
    there.close();
    await other.close();
  });

  function ask(): { answer: Promise<'yes' | 'no'>; settled(): boolean } {
    let isSettled = false;
    const answer = windows.askConsent(question, abort.signal);
    const settle = (): void => {
      isSettled = true;
    };
    answer.then(settle, settle);
    return { answer, settled: () => isSettled };
  }

  function dialogShows(): Promise<void> {
    return eventually('the dialog shows', async () => (await desktop.picture()).at(yes.x, yes.y) === plum);
  }

  /** The half second is counted from the moment the window appeared, at the latest when it was seen. */
  function armed(): Promise<void> {
    return new Promise((done) => setTimeout(done, 520));
  }

  async function click(at: { x: number; y: number }): Promise<void> {
    await desktop.hand('mousemove', String(at.x), String(at.y), 'click', '1');
  }
});
