import assert from 'node:assert/strict';
import { controlConsent } from '../../../../customer-host/texts/en.ts';
import { windowsOn } from '../../../../customer-host/windows/desk-windows.ts';
import type { DrawStep } from '../../../../customer-host/windows/drawing.ts';
import type { OverlayDesk, OverlayEvents, OverlayPlace } from '../../../../customer-host/windows/overlay-desk.ts';

const helper = { name: 'Ines Halvorsen', firstName: 'Ines', organisation: 'Ostervale City Services' };
const question = controlConsent(helper, 15, 'both', true);
const onYes = { x: 400, y: 320 };

describe('the consent dialog', () => {
  it('begins the half second anew when something had covered it', async () => {
    const desk = aDesk();
    const answer = windowsOn(desk, desk.now).askConsent(question, new AbortController().signal);
    desk.events().shown?.();
    desk.pass(600);
    desk.events().shown?.();
    press(desk, onYes);
    desk.pass(499);
    press(desk, onYes);
    assert.equal(desk.openWindows(), 1);
    desk.pass(1);
    press(desk, onYes);
    assert.equal(await answer, 'yes');
    assert.equal(desk.openWindows(), 0);
  });

  it('cannot be agreed to before it was ever readable', async () => {
    const desk = aDesk();
    const answer = windowsOn(desk, desk.now).askConsent(question, new AbortController().signal);
    desk.pass(10_000);
    press(desk, onYes);
    desk.events().key?.('tab');
    desk.events().key?.('enter');
    assert.equal(desk.openWindows(), 1);
    desk.events().key?.('escape');
    assert.equal(await answer, 'no');
  });

  it('shows a name as text, whatever is in it', () => {
    const desk = aDesk();
    const named = controlConsent({ ...helper, name: '<b>Ines</b>\u202e\n{strong}' }, 15, 'both', true);
    void windowsOn(desk, desk.now).askConsent(named, new AbortController().signal);
    assert.ok(desk.shownTexts().some((text) => text.startsWith('<b>Ines</b> {strong}')));
  });

  it('stands in the middle of the primary screen, 472 wide', () => {
    const desk = aDesk();
    void windowsOn(desk, desk.now).askConsent(question, new AbortController().signal);
    const { x, y, width, height } = desk.place();
    assert.equal(width, 472);
    assert.equal(x, 1000 + (1280 - 472) / 2);
    assert.ok(Math.abs(y - (800 - height) / 2) <= 0.5);
  });

  it('answers no to an open question when the host closes its windows', async () => {
    const desk = aDesk();
    const windows = windowsOn(desk, desk.now);
    const answer = windows.askConsent(question, new AbortController().signal);
    windows.close();
    assert.equal(await answer, 'no');
  });
});

interface Desk extends OverlayDesk {
  readonly now: () => number;
  pass(ms: number): void;
  events(): OverlayEvents;
  place(): OverlayPlace;
  openWindows(): number;
  shownTexts(): string[];
}

/** A desktop whose time and events are handed in; its letters are seven pixels wide. */
function aDesk(): Desk {
  let time = 5000;
  let open = 0;
  let last: { place: OverlayPlace; events: OverlayEvents } | undefined;
  let steps: readonly DrawStep[] = [];
  const opened = (): { place: OverlayPlace; events: OverlayEvents } => {
    assert.ok(last, 'no window was opened');
    return last;
  };
  return {
    now: () => time,
    pass: (ms) => {
      time += ms;
    },
    events: () => opened().events,
    place: () => opened().place,
    openWindows: () => open,
    shownTexts: () => steps.flatMap((step) => (step.kind === 'text' ? [step.text] : [])),
    screens: () => [
      { x: 1000, y: 0, width: 1280, height: 800 },
      { x: 0, y: 0, width: 1000, height: 800 },
    ],
    measure: (text) => Array.from(text).length * 7,
    open(place, events) {
      open += 1;
      last = { place, events };
      let isOpen = true;
      return {
        draw: (drawn) => {
          steps = drawn;
        },
        moveTo: () => undefined,
        close: () => {
          if (isOpen) open -= 1;
          isOpen = false;
        },
      };
    },
    close: () => undefined,
  };
}

function press(desk: Desk, at: { x: number; y: number }): void {
  desk.events().press?.(at);
  desk.events().release?.(at);
}
