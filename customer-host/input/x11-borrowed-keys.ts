import { setTimeout as delay } from 'node:timers/promises';
import * as x11 from '../native/libx11.ts';
import { copyMemory } from '../native/read-memory.ts';
import type { XConnection } from '../native/x-connection.ts';
import { readEmptyKeycodes } from './x11-keyboard-layout.ts';

/** Every program must have read a new mapping before a key of it is pressed, or it sees the old one. */
const settleMs = 40;
/** A key is given another meaning only when programs have had time to take in its last press. */
const drainMs = 120;
const mostBorrowed = 60;
const wordsPerLoan = 2;
const noSymbol = 0n;

/**
 * Spare keycodes lent to characters that the layout lacks. The loans are written down on the root window before they
 * are made, so that the next host can take back those of one that was killed.
 */
export class X11BorrowedKeys {
  readonly #connection: XConnection;
  readonly #property: number;
  #spare: number[];
  /** Keysym → keycode, least recently used first. */
  readonly #loans = new Map<number, number>();
  #lastUsedAt = 0;

  constructor(connection: XConnection) {
    this.#connection = connection;
    this.#property = x11.XInternAtom(connection.display, '_REMOTEHELP_BORROWED_KEYS', 0);
    this.#takeBackFromKilledHost();
    this.#spare = this.#readSpare();
  }

  /** How many different characters can be typed with one settling. */
  get capacity(): number {
    return this.#spare.length;
  }

  /** Whether this keycode belongs to no key of the layout. */
  isSpare(keycode: number): boolean {
    return this.#spare.includes(keycode);
  }

  /** The keycode that has this keysym on loan; counts as a use. */
  use(keysym: number): number | undefined {
    const keycode = this.#loans.get(keysym);
    if (keycode === undefined) return undefined;
    this.#loans.delete(keysym);
    this.#loans.set(keysym, keycode);
    this.#lastUsedAt = Date.now();
    return keycode;
  }

  /** Lends keycodes to keysyms, at most `capacity` of them. Resolves when all programs can know. */
  async borrow(keysyms: readonly number[]): Promise<void> {
    const wanted = new Set([...new Set(keysyms)].slice(0, this.capacity));
    const missing = [...wanted].filter((keysym) => !this.#loans.has(keysym));
    if (missing.length === 0) return;
    if (this.#loans.size + missing.length > this.capacity) await this.#waitUntilDrained();
    if (!this.#connection.isOpen) return;
    for (const keysym of missing) this.#loans.set(keysym, this.#freeKeycode(wanted));
    this.#writeDown();
    for (const [keysym, keycode] of this.#loans) {
      if (missing.includes(keysym)) this.#change(keycode, BigInt(keysym));
    }
    this.#connection.sync();
    await delay(settleMs);
  }

  /** The layout changed, perhaps by somebody else: loans that are gone are forgotten, and spare keycodes counted anew. */
  check(): void {
    for (const [keysym, keycode] of this.#loans) {
      const now = x11.XkbKeycodeToKeysym(this.#connection.display, keycode, 0, 0);
      if (now !== keysym) this.#loans.delete(keysym);
    }
    this.#spare = this.#readSpare();
  }

  /** Leaves the keyboard as it was found. */
  giveBack(): void {
    for (const keycode of this.#loans.values()) this.#change(keycode, noSymbol);
    this.#loans.clear();
    x11.XDeleteProperty(this.#connection.display, this.#connection.root, this.#property);
    this.#connection.sync();
  }

  #freeKeycode(wanted: ReadonlySet<number>): number {
    const lent = new Set(this.#loans.values());
    const free = this.#spare.find((keycode) => !lent.has(keycode));
    if (free !== undefined) return free;
    for (const [keysym, keycode] of this.#loans) {
      if (wanted.has(keysym)) continue;
      this.#loans.delete(keysym);
      return keycode;
    }
    throw new Error('More keys were wanted than there are spare keycodes.');
  }

  async #waitUntilDrained(): Promise<void> {
    const waitMs = this.#lastUsedAt + drainMs - Date.now();
    if (waitMs > 0) await delay(waitMs);
  }

  #change(keycode: number, keysym: bigint): void {
    // Twice, so that Shift makes no difference.
    x11.XChangeKeyboardMapping(this.#connection.display, keycode, 2, new BigUint64Array([keysym, keysym]), 1);
  }

  #readSpare(): number[] {
    const lent = [...this.#loans.values()];
    const empty = readEmptyKeycodes(this.#connection).filter((keycode) => !lent.includes(keycode));
    // From the top: low spare keycodes are more often those of keys that a keyboard has and the layout does not name.
    return [...lent, ...empty.reverse()].slice(0, mostBorrowed);
  }

  #writeDown(): void {
    const loans = [...this.#loans].flatMap(([keysym, keycode]) => [BigInt(keycode), BigInt(keysym)]);
    const { display, root } = this.#connection;
    x11.XChangeProperty(
      display,
      root,
      this.#property,
      x11.cardinalAtom,
      32,
      0,
      new BigUint64Array(loans),
      loans.length,
    );
  }

  #takeBackFromKilledHost(): void {
    for (const [keycode, keysym] of this.#readLoansOfKilledHost()) {
      const now = x11.XkbKeycodeToKeysym(this.#connection.display, keycode, 0, 0);
      if (now === keysym) this.#change(keycode, noSymbol);
    }
    this.giveBack();
  }

  #readLoansOfKilledHost(): [number, number][] {
    const count: [number] = [0];
    const format: [number] = [0];
    const data: [bigint | null] = [null];
    const { display, root } = this.#connection;
    const longest = mostBorrowed * wordsPerLoan;
    const type = x11.cardinalAtom;
    x11.XGetWindowProperty(display, root, this.#property, 0, longest, 0, type, [0], format, count, [0], data);
    const memory = data[0];
    if (!memory) return [];
    const words = format[0] === 32 ? copyMemory(memory, Math.min(count[0], longest) * 8) : Buffer.alloc(0);
    x11.XFree(memory);
    const loans: [number, number][] = [];
    for (let at = 0; at + 16 <= words.length; at += 16) {
      const keycode = words.readUInt32LE(at);
      // A property can be written by anybody: only what can be a keycode is looked at.
      if (keycode >= 8 && keycode <= 255) loans.push([keycode, words.readUInt32LE(at + 8)]);
    }
    return loans;
  }
}
