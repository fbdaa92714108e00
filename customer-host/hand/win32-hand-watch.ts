import { Listeners } from '../native/listeners.ts';
import { openMessageWindow } from '../native/message-windows.ts';
import type { MessageWindow } from '../native/message-windows.ts';
import { PlatformUnavailable } from '../native/platform-unavailable.ts';
import { listenToHardware, ownMark, rawInputOf } from '../native/user32-input.ts';
import { isWine } from '../native/wine.ts';
import type { HandEvent, HandWatch } from './hand-watch.ts';
import { HeldKey } from './held-key.ts';
import { readRawInput } from './raw-input.ts';

const rawInputMessage = 0xff;
const escapeKey = 0x1b;
/** How long after an injected movement Wine may report it once more, in milliseconds. */
const wineEchoMs = 200;
const nowhere = { style: 0, extendedStyle: 0, title: '', x: 0, y: 0, width: 0, height: 0 };

/**
 * Watches raw input of all mice and keyboards. Everything counts as a hand that does not carry the mark of this process:
 * touchpads name no device, as injected input does, so that the device decides nothing here. And no hook is set, which
 * would put this program between the customer's hand and every other program.
 */
export class Win32HandWatch implements HandWatch {
  readonly #listeners = new Listeners<HandEvent>();
  readonly #escape = new HeldKey(() => this.#tell('escHeld'));
  readonly #window: MessageWindow;
  #ownMoveAt = -Infinity;

  /** @throws PlatformUnavailable when Windows does not tell of its devices */
  constructor() {
    this.#window = openMessageWindow(nowhere, (message, _wParam, lParam) => {
      if (message === rawInputMessage) this.#handle(lParam);
      // Windows frees the input after its own answer, which must follow.
      return undefined;
    });
    if (listenToHardware(this.#window.handle)) return;
    this.#window.close();
    throw new PlatformUnavailable('Windows does not tell RemoteHelp of your own mouse, so it does not start.');
  }

  onHand(listener: (event: HandEvent) => void): () => void {
    return this.#listeners.add(listener);
  }

  /** Windows keeps its desktop for as long as this program runs. */
  onLost(): () => void {
    return () => undefined;
  }

  close(): void {
    this.#escape.stop();
    this.#listeners.clear();
    listenToHardware(null);
    this.#window.close();
  }

  #handle(lParam: number): void {
    const raw = rawInputOf(lParam);
    const input = raw && readRawInput(raw);
    if (!input) return;
    if (input.mark === ownMark) {
      if (input.kind === 'pointer') this.#ownMoveAt = performance.now();
      return;
    }
    if (input.kind === 'pointer' && this.#isEcho()) return;
    if (input.kind !== 'key') return this.#tell(input.kind);
    if (input.isDown) this.#tell('key');
    if (input.virtualKey !== escapeKey) return;
    if (input.isDown) this.#escape.press();
    else this.#escape.release();
  }

  /** Wine moves the pointer of its own display after an injected movement, and takes that for a hand. Windows does not. */
  #isEcho(): boolean {
    return isWine && performance.now() - this.#ownMoveAt < wineEchoMs;
  }

  #tell(kind: HandEvent['kind']): void {
    this.#listeners.emit({ kind, at: Date.now() });
  }
}
