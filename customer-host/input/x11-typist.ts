import { setTimeout as delay } from 'node:timers/promises';
import { XTestFakeKeyEvent } from '../native/libxtst.ts';
import { coreEvent, XRefreshKeyboardMapping } from '../native/libx11.ts';
import type { XConnection } from '../native/x-connection.ts';
import { keysym as namedKeysym } from './keysym.ts';
import { X11BorrowedKeys } from './x11-borrowed-keys.ts';
import { X11KeyboardLayout } from './x11-keyboard-layout.ts';
import type { KeyStroke } from './x11-keyboard-layout.ts';

/** Between two characters of a text, so that no program's queue of events overflows. */
const betweenKeysMs = 2;
/** CapsLock comes back this long after the last character: the last ones may still be on their way to a program. */
const capsLockBackMs = 150;

/** Makes characters: on the key that has them, or else on a borrowed one, whatever modifiers are held or locked. */
export class X11Typist {
  readonly layout: X11KeyboardLayout;
  readonly #connection: XConnection;
  readonly #borrowed: X11BorrowedKeys;
  #capsLockBack: ReturnType<typeof setTimeout> | undefined;

  constructor(connection: XConnection) {
    this.#connection = connection;
    this.#borrowed = new X11BorrowedKeys(connection);
    this.layout = new X11KeyboardLayout(connection, (keycode) => this.#borrowed.isSpare(keycode));
  }

  /** Reads the layout anew when the event says that it changed. */
  handle(event: Buffer): void {
    if (event.readInt32LE(0) !== coreEvent.mappingNotify) return;
    XRefreshKeyboardMapping(event);
    this.#borrowed.check();
    this.layout.forget();
  }

  /** A borrowed key that can be held, for a keysym that the keyboard lacks; nothing when no keycode is spare. */
  async borrowFor(keysym: number): Promise<number | undefined> {
    await this.#borrowed.borrow([keysym]);
    return this.#borrowed.use(keysym);
  }

  /**
   * Makes characters one after the other.
   * @param heldShifts keycodes of Shift keys that are held, and are let go for as long as a character needs it
   * @param isStillWanted asked after every wait; typing ends when it says no
   */
  async type(keysyms: readonly number[], heldShifts: readonly number[], isStillWanted: () => boolean): Promise<void> {
    for (let next = 0; next < keysyms.length;) {
      const batch = this.#batchFrom(keysyms, next);
      await this.#borrowed.borrow(batch.filter((keysym) => !this.layout.find(keysym)));
      for (const [index, keysym] of batch.entries()) {
        if (!isStillWanted()) return;
        this.#tap(keysym, heldShifts);
        if (index + 1 < batch.length || next + batch.length < keysyms.length) await delay(betweenKeysMs);
      }
      next += batch.length;
      if (!isStillWanted()) return;
    }
  }

  /** Whether a character can be made at once, without waiting for a borrowed key. */
  canTapNow(keysym: number): boolean {
    return this.layout.find(keysym) !== undefined || this.#borrowed.use(keysym) !== undefined;
  }

  /** Makes one character that `canTapNow`. */
  tapNow(keysym: number, heldShifts: readonly number[]): void {
    this.#tap(keysym, heldShifts);
  }

  /** Presses a stroke's key between its modifiers; modifiers that are held stay as they are. */
  tapShortcut(stroke: KeyStroke, isShiftHeld: boolean): void {
    const modifiers = [
      stroke.shift && !isShiftHeld ? this.layout.keycodeOf(namedKeysym.shift) : undefined,
      stroke.level3 ? this.layout.keycodeOf(namedKeysym.level3Shift) : undefined,
    ].filter((keycode) => keycode !== undefined);
    this.#within(modifiers, 1, () => this.#press(stroke.keycode));
  }

  /** CapsLock as the customer had it. */
  restoreCapsLock(): void {
    if (this.#capsLockBack === undefined) return;
    clearTimeout(this.#capsLockBack);
    this.#capsLockBack = undefined;
    if (!this.#connection.isOpen) return;
    this.layout.lockCaps(true);
    this.#connection.sync();
  }

  /** Leaves the keyboard as it was found. */
  close(): void {
    this.restoreCapsLock();
    if (this.#connection.isOpen) this.#borrowed.giveBack();
    clearTimeout(this.#capsLockBack);
  }

  /** As many of the next keysyms as fit on the spare keycodes together. */
  #batchFrom(keysyms: readonly number[], start: number): number[] {
    const missing = new Set<number>();
    let end = start;
    for (; end < keysyms.length; end += 1) {
      const keysym = keysyms[end];
      if (keysym === undefined || this.layout.find(keysym)) continue;
      if (!missing.has(keysym) && missing.size >= Math.max(1, this.#borrowed.capacity)) break;
      missing.add(keysym);
    }
    return keysyms.slice(start, end);
  }

  #tap(keysym: number, heldShifts: readonly number[]): void {
    const stroke = this.layout.find(keysym) ?? this.#borrowedStroke(keysym);
    if (!stroke) return;
    this.#liftCapsLock();
    if (stroke.shift && heldShifts.length > 0) return this.tapShortcut(stroke, true);
    this.#within(heldShifts, 0, () => this.tapShortcut(stroke, false));
    this.#connection.flush();
  }

  #borrowedStroke(keysym: number): KeyStroke | undefined {
    const keycode = this.#borrowed.use(keysym);
    return keycode === undefined ? undefined : { keycode, shift: false, level3: false };
  }

  /** Does `work` while `keycodes` are down (1) or up (0), and then puts them back. */
  #within(keycodes: readonly number[], state: 0 | 1, work: () => void): void {
    const { display } = this.#connection;
    for (const keycode of keycodes) XTestFakeKeyEvent(display, keycode, state, 0);
    work();
    for (const keycode of keycodes.toReversed()) XTestFakeKeyEvent(display, keycode, state === 1 ? 0 : 1, 0);
  }

  #press(keycode: number): void {
    XTestFakeKeyEvent(this.#connection.display, keycode, 1, 0);
    XTestFakeKeyEvent(this.#connection.display, keycode, 0, 0);
    this.#connection.flush();
  }

  #liftCapsLock(): void {
    if (this.#capsLockBack !== undefined) {
      this.#capsLockBack.refresh();
      return;
    }
    if (!this.layout.state().isCapsLocked) return;
    this.layout.lockCaps(false);
    this.#connection.sync();
    this.#capsLockBack = setTimeout(() => this.restoreCapsLock(), capsLockBackMs);
  }
}
