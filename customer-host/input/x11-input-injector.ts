import * as x11 from '../native/libx11.ts';
import * as xtest from '../native/libxtst.ts';
import { XConnection } from '../native/x-connection.ts';
import type { ScreenSize } from '../native/x-connection.ts';
import type { InputInjector, PointerButton } from './input-injector.ts';
import { planKey } from './key-plan.ts';
import type { KeyPlan } from './key-plan.ts';
import { keysymsOfText } from './keysym.ts';
import { keycodesByPlace, shortcutModifiers } from './named-keys.ts';
import { clampToScreen, WheelNotches } from './pointer-bounds.ts';
import { WorkLine } from './work-line.ts';
import { X11Typist } from './x11-typist.ts';

const buttonNumbers: Readonly<Record<PointerButton, number>> = { left: 1, middle: 2, right: 3, back: 8, forward: 9 };
/** X turns the wheel by clicks of these buttons. */
const wheelButtons = { up: 4, down: 5, left: 6, right: 7 } as const;
const mostCharacters = 10_000;

/** Mouse and keyboard by the X server's own test extension (XTEST). */
export class X11InputInjector implements InputInjector {
  readonly #connection: XConnection;
  readonly #typist: X11Typist;
  readonly #line: WorkLine;
  readonly #wheelX = new WheelNotches();
  readonly #wheelY = new WheelNotches();
  /** `KeyboardEvent.code` → X keycode. */
  readonly #heldKeys = new Map<string, number>();
  readonly #heldButtons = new Set<number>();
  /** What ends the texts that are being typed or wait for it. */
  readonly #typing = new Set<() => void>();
  #screen: ScreenSize;
  /** Counts `releaseAll`s: work from before one does not go on after it. */
  #era = 0;

  /** @throws PlatformUnavailable when the display cannot be reached or lacks XTEST */
  constructor(display: string) {
    const connection = new XConnection(display);
    this.#connection = connection;
    try {
      connection.extension('XTEST');
      x11.XSelectInput(connection.display, connection.root, x11.structureNotifyMask);
      this.#screen = connection.screenSize();
      this.#typist = new X11Typist(connection);
      releaseWhatKilledHostHeld(connection);
    } catch (error) {
      connection.close();
      throw error;
    }
    // A display that went away in the middle of something tells so by onLost; anything else is a bug.
    this.#line = new WorkLine((error) => {
      if (connection.isOpen) throw error;
    });
    connection.events.add((event) => this.#handle(event));
  }

  get isHolding(): boolean {
    return this.#heldKeys.size > 0 || this.#heldButtons.size > 0;
  }

  pointerMove(x: number, y: number): void {
    this.#do(() => {
      const place = clampToScreen(x, y, this.#screen);
      if (place) xtest.XTestFakeMotionEvent(this.#connection.display, -1, place.x, place.y, 0);
    });
  }

  pointerButton(button: PointerButton, isDown: boolean): void {
    const number = buttonNumbers[button];
    this.#do(() => {
      if (this.#heldButtons.has(number) === isDown) return;
      if (isDown) this.#heldButtons.add(number);
      else this.#heldButtons.delete(number);
      xtest.XTestFakeButtonEvent(this.#connection.display, number, isDown ? 1 : 0, 0);
    }, !isDown);
  }

  wheel(dx: number, dy: number): void {
    this.#do(() => {
      this.#turn(this.#wheelY.add(dy), wheelButtons.up, wheelButtons.down);
      this.#turn(this.#wheelX.add(dx), wheelButtons.left, wheelButtons.right);
    });
  }

  key(code: string, key: string, isDown: boolean): void {
    const id = code === '' ? key : code;
    if (isDown) this.#do(() => this.#press(id, planKey(code, key, this.#isShortcut())));
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
      if (!isAccepted || !this.#connection.isOpen) end();
    });
  }

  releaseAll(): void {
    this.#era += 1;
    this.#line.clear();
    for (const end of this.#typing) end();
    if (!this.#connection.isOpen) return;
    const { display } = this.#connection;
    for (const keycode of this.#heldKeys.values()) xtest.XTestFakeKeyEvent(display, keycode, 0, 0);
    for (const button of this.#heldButtons) xtest.XTestFakeButtonEvent(display, button, 0, 0);
    this.#heldKeys.clear();
    this.#heldButtons.clear();
    this.#typist.restoreCapsLock();
    if (this.#connection.isOpen) this.#connection.sync();
  }

  onLost(listener: (reason: string) => void): () => void {
    return this.#connection.onLost(listener);
  }

  close(): void {
    this.releaseAll();
    this.#typist.close();
    this.#connection.close();
  }

  #do(work: () => void | Promise<void>, isRelease = false): boolean {
    return this.#line.add(() => {
      // A change of layout may have arrived that nobody has looked at yet.
      this.#connection.drain();
      if (!this.#connection.isOpen) return undefined;
      const done = work();
      if (this.#connection.isOpen) this.#connection.flush();
      return done;
    }, isRelease);
  }

  #handle(event: Buffer): void {
    this.#typist.handle(event);
    if (event.readInt32LE(0) === x11.coreEvent.configureNotify) this.#screen = this.#connection.screenSize();
  }

  #turn(notches: number, back: number, forth: number): void {
    const button = notches < 0 ? back : forth;
    for (let turned = 0; turned < Math.abs(notches); turned += 1) {
      xtest.XTestFakeButtonEvent(this.#connection.display, button, 1, 0);
      xtest.XTestFakeButtonEvent(this.#connection.display, button, 0, 0);
    }
  }

  #press(id: string, plan: KeyPlan): void | Promise<void> {
    switch (plan.kind) {
      case 'character':
        return this.#makeCharacter(plan.keysym);
      case 'hold':
        return this.#hold(id, plan.keysym);
      case 'shortcut':
        return this.#pressShortcut(id, plan.keysym, plan.code);
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

  /**
   * A printable key is pressed and let go at once; holding it repeats on the representative's side. Its modifiers or
   * its borrowed keycode could not be kept for as long as it is held.
   */
  #makeCharacter(keysym: number): void | Promise<void> {
    if (!this.#typist.canTapNow(keysym)) return this.#typeKeysyms([keysym]);
    return this.#typist.tapNow(keysym, this.#heldShifts());
  }

  #hold(id: string, keysym: number): void | Promise<void> {
    const keycode = this.#typist.layout.keycodeOf(keysym);
    return keycode === undefined ? this.#holdBorrowed(id, keysym) : this.#holdKeycode(id, keycode);
  }

  async #holdBorrowed(id: string, keysym: number): Promise<void> {
    const era = this.#era;
    const keycode = await this.#typist.borrowFor(keysym);
    if (keycode !== undefined && era === this.#era) this.#holdKeycode(id, keycode);
  }

  #pressShortcut(id: string, keysym: number, code: string): void {
    const stroke = this.#typist.layout.find(keysym);
    const byPlace = Object.hasOwn(keycodesByPlace, code) ? keycodesByPlace[code] : undefined;
    const needsModifiers = stroke && (stroke.level3 || (stroke.shift && this.#heldShifts().length === 0));
    if (stroke && needsModifiers) return this.#typist.tapShortcut(stroke, this.#heldShifts().length > 0);
    const keycode = stroke?.keycode ?? byPlace;
    if (keycode !== undefined) this.#holdKeycode(id, keycode);
  }

  #holdKeycode(id: string, keycode: number): void {
    // Held already: the display repeats it by itself.
    if (this.#heldKeys.has(id) || !this.#connection.isOpen) return;
    this.#heldKeys.set(id, keycode);
    xtest.XTestFakeKeyEvent(this.#connection.display, keycode, 1, 0);
    this.#connection.flush();
  }

  #letGo(id: string): void {
    const keycode = this.#heldKeys.get(id);
    if (keycode === undefined) return;
    this.#heldKeys.delete(id);
    xtest.XTestFakeKeyEvent(this.#connection.display, keycode, 0, 0);
  }

  #type(text: string): Promise<void> {
    return this.#typeKeysyms(keysymsOfText(text).slice(0, mostCharacters));
  }

  #typeKeysyms(keysyms: readonly number[]): Promise<void> {
    const era = this.#era;
    return this.#typist.type(keysyms, this.#heldShifts(), () => era === this.#era && this.#connection.isOpen);
  }

  #isShortcut(): boolean {
    return [...this.#heldKeys.keys()].some((id) => shortcutModifiers.has(id));
  }

  #heldShifts(): number[] {
    return ['ShiftLeft', 'ShiftRight'].map((id) => this.#heldKeys.get(id)).filter((keycode) => keycode !== undefined);
  }
}

/** What is down only on XTEST's own devices is let go; keys that the customer's hand holds are not touched by it. */
function releaseWhatKilledHostHeld(connection: XConnection): void {
  const keys = Buffer.alloc(32);
  x11.XQueryKeymap(connection.display, keys);
  for (let keycode = 8; keycode < 256; keycode += 1) {
    const isDown = (keys.readUInt8(keycode >> 3) & (1 << (keycode & 7))) !== 0;
    if (isDown) xtest.XTestFakeKeyEvent(connection.display, keycode, 0, 0);
  }
  const mask: [number] = [0];
  x11.XQueryPointer(connection.display, connection.root, [0], [0], [0], [0], [0], [0], mask);
  for (const button of [1, 2, 3]) {
    if (mask[0] & (1 << (7 + button))) xtest.XTestFakeButtonEvent(connection.display, button, 0, 0);
  }
  connection.sync();
}
