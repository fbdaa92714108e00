import { setTimeout as delay } from 'node:timers/promises';
import { virtualArea } from '../capture/win32-monitors.ts';
import { getAsyncKeyState, injectInputs, ownMark } from '../native/user32-input.ts';
import { getSystemMetrics, systemMetric } from '../native/user32-screen.ts';
import type { InputInjector, PointerButton } from './input-injector.ts';
import { planKey } from './key-plan.ts';
import type { KeyPlan } from './key-plan.ts';
import { shortcutModifiers } from './named-keys.ts';
import { clampToScreen, WheelNotches } from './pointer-bounds.ts';
import { modifierKeys, virtualKeyOf } from './virtual-keys.ts';
import { characterInputs, pieces, pressInput, shortcutKey, textPieceInputs } from './win32-keyboard.ts';
import type { HeldKey } from './win32-keyboard.ts';
import { buttonInput, moveInput, wheelInput } from './win32-inputs.ts';
import { WorkLine } from './work-line.ts';

const mostCharacters = 10_000;
/** Between two pieces of a text, so that no program's queue of messages overflows. */
const betweenPiecesMs = 4;
const mouseKeys: readonly [PointerButton, number][] = [
  ['left', 0x01],
  ['right', 0x02],
  ['middle', 0x04],
];

/** Mouse and keyboard by SendInput. */
export class Win32InputInjector implements InputInjector {
  readonly #line: WorkLine;
  readonly #wheelX = new WheelNotches();
  readonly #wheelY = new WheelNotches();
  /** By `KeyboardEvent.code`. */
  readonly #heldKeys = new Map<string, HeldKey>();
  readonly #heldButtons = new Set<PointerButton>();
  /** What ends the texts that are being typed or wait for it. */
  readonly #typing = new Set<() => void>();
  /** Counts `releaseAll`s: work from before one does not go on after it. */
  #era = 0;
  #isOpen = true;

  constructor() {
    this.#line = new WorkLine((error) => {
      throw error;
    });
    releaseWhatKilledHostHeld();
  }

  get isHolding(): boolean {
    return this.#heldKeys.size > 0 || this.#heldButtons.size > 0;
  }

  pointerMove(x: number, y: number): void {
    this.#do(() => {
      const area = virtualArea();
      const place = clampToScreen(x, y, area);
      if (place) injectInputs([moveInput(place, area, ownMark)]);
    });
  }

  pointerButton(button: PointerButton, isDown: boolean): void {
    this.#do(() => {
      if (this.#heldButtons.has(button) === isDown) return;
      if (isDown) this.#heldButtons.add(button);
      else this.#heldButtons.delete(button);
      injectInputs([buttonInput(physical(button), isDown, ownMark)]);
    }, !isDown);
  }

  wheel(dx: number, dy: number): void {
    this.#do(() => {
      const [right, down] = [this.#wheelX.add(dx), this.#wheelY.add(dy)];
      // Windows counts upwards.
      if (down !== 0) injectInputs([wheelInput('vertical', -down, ownMark)]);
      if (right !== 0) injectInputs([wheelInput('horizontal', right, ownMark)]);
    });
  }

  key(code: string, key: string, isDown: boolean): void {
    const id = code === '' ? key : code;
    if (isDown) this.#do(() => this.#press(id, planKey(code, key, this.#isShortcut()), key));
    else this.#do(() => this.#letGo(id), true);
  }

  typeText(text: string): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        this.#typing.delete(end);
        resolve();
      };
      this.#typing.add(end);
      const isAccepted = this.#do(() => this.#type(text).finally(end));
      if (!isAccepted || !this.#isOpen) end();
    });
  }

  releaseAll(): void {
    this.#era += 1;
    this.#line.clear();
    for (const end of this.#typing) end();
    injectInputs([
      ...[...this.#heldKeys.values()].map((key) => pressInput(key, false)),
      ...[...this.#heldButtons].map((button) => buttonInput(physical(button), false, ownMark)),
    ]);
    this.#heldKeys.clear();
    this.#heldButtons.clear();
  }

  /** Windows keeps its desktop for as long as this program runs. */
  onLost(): () => void {
    return () => undefined;
  }

  close(): void {
    this.releaseAll();
    this.#isOpen = false;
  }

  #do(work: () => void | Promise<void>, isRelease = false): boolean {
    return this.#line.add(() => (this.#isOpen ? work() : undefined), isRelease);
  }

  #press(id: string, plan: KeyPlan, key: string): void | Promise<void> {
    switch (plan.kind) {
      case 'character':
        // Pressed and let go at once; holding it repeats on the representative's side.
        return injectInputs(characterInputs(key, this.#isShiftHeld()));
      case 'hold': {
        const held = virtualKeyOf(plan.keysym);
        return held && this.#hold(id, held);
      }
      case 'shortcut': {
        const held = shortcutKey(key, plan.code);
        return held && this.#hold(id, held);
      }
      case 'text':
        return this.#type(plan.text);
      case 'altGraph':
        // Windows says Ctrl before AltGr, which the representative never pressed.
        return this.#letGo('ControlLeft');
      case 'nothing':
        return undefined;
      default:
        return plan satisfies never;
    }
  }

  #hold(id: string, key: HeldKey): void {
    // Said again while it is held, as a keyboard does: Windows repeats nothing by itself.
    this.#heldKeys.set(id, key);
    injectInputs([pressInput(key, true)]);
  }

  #letGo(id: string): void {
    const key = this.#heldKeys.get(id);
    if (!key) return;
    this.#heldKeys.delete(id);
    injectInputs([pressInput(key, false)]);
  }

  async #type(text: string): Promise<void> {
    const era = this.#era;
    for (const piece of pieces([...text].slice(0, mostCharacters).join(''))) {
      if (era !== this.#era || !this.#isOpen) return;
      injectInputs(textPieceInputs(piece));
      await delay(betweenPiecesMs);
    }
  }

  #isShortcut(): boolean {
    return [...this.#heldKeys.keys()].some((id) => shortcutModifiers.has(id));
  }

  #isShiftHeld(): boolean {
    return this.#heldKeys.has('ShiftLeft') || this.#heldKeys.has('ShiftRight');
  }
}

/** Windows trades left and right by itself for a left-handed customer; what is meant is what arrives. */
function physical(button: PointerButton): PointerButton {
  if (getSystemMetrics(systemMetric.swappedButtons) === 0) return button;
  return button === 'left' ? 'right' : button === 'right' ? 'left' : button;
}

/** Windows does not say whose they are. At this moment a key that the customer holds has to be pressed once more. */
function releaseWhatKilledHostHeld(): void {
  const isDown = (virtualKey: number): boolean => getAsyncKeyState(virtualKey) < 0;
  injectInputs([
    ...modifierKeys.filter(({ virtualKey }) => isDown(virtualKey)).map((key) => pressInput(key, false)),
    ...mouseKeys.filter(([, virtualKey]) => isDown(virtualKey)).map(([button]) => buttonInput(button, false, ownMark)),
  ]);
}
