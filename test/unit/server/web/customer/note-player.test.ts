import assert from 'node:assert/strict';
import { createNotePlayer, switchOnAtPress } from '../../../../../server/web/customer/note-player.ts';

/** A browser's sound, as far as notes are made of it: it begins only while a press is answered. */
function aBrowser() {
  const sounded: string[] = [];
  const page = new EventTarget();
  let isPressed = false;
  let made = 0;
  const part = { connect: (next: unknown) => next, gain: aParameter(), frequency: { value: 0 } };
  const context = {
    state: 'suspended',
    currentTime: 0,
    destination: {},
    onstatechange: undefined as (() => void) | undefined,
    resume() {
      if (isPressed) context.enter('running');
      return Promise.resolve();
    },
    enter(state: string) {
      context.state = state;
      context.onstatechange?.();
    },
    createOscillator: () => ({ ...part, start: () => sounded.push('note'), stop: () => undefined }),
    createGain: () => part,
  };
  return {
    sounded,
    page,
    enter: context.enter,
    contexts: () => made,
    makeContext: () => {
      made += 1;
      return context as unknown as AudioContext;
    },
    press(kind: string) {
      isPressed = true;
      page.dispatchEvent(new Event(kind));
      isPressed = false;
    },
  };
}

function aParameter() {
  const set = () => undefined;
  return { setValueAtTime: set, linearRampToValueAtTime: set, exponentialRampToValueAtTime: set };
}

describe('The note that calls a waiting customer', () => {
  it('can be heard from the first press on, by finger, mouse or key, and not before', () => {
    for (const kind of ['click', 'pointerup', 'keydown']) {
      const browser = aBrowser();
      const note = createNotePlayer(browser.makeContext);
      switchOnAtPress(note, browser.page);
      note.play();
      assert.deepEqual([note.sound.value, browser.sounded.length], ['off', 0], kind);
      browser.press(kind);
      assert.equal(note.sound.value, 'on', kind);
      note.play();
      assert.deepEqual(browser.sounded, ['note'], kind);
    }
  });

  it('is said to be off when the browser silences the page, and comes back with the next press', () => {
    const browser = aBrowser();
    const note = createNotePlayer(browser.makeContext);
    switchOnAtPress(note, browser.page);
    browser.press('click');
    browser.enter('interrupted');
    assert.equal(note.sound.value, 'off');
    browser.press('click');
    assert.deepEqual([note.sound.value, browser.contexts()], ['on', 1]);
  });

  it('is promised to nobody whose browser has no sound', () => {
    const note = createNotePlayer(() => {
      throw new Error('No device');
    });
    note.switchOn();
    note.switchOn();
    assert.equal(note.sound.value, 'none');
    note.play();
  });

  it('is left alone once the page is done', () => {
    const browser = aBrowser();
    const note = createNotePlayer(browser.makeContext);
    switchOnAtPress(note, browser.page)();
    browser.press('click');
    assert.equal(browser.contexts(), 0);
  });
});
