/**
 * Takes what a terminal shows to the viewer, no faster than it can be sent and shown: else the program that writes waits.
 * So a flood grows nobody's memory, and the picture, which goes over the same connection, keeps its share.
 */
import { LARGEST_SHELL_PIECE, SHELL_WINDOW_BYTES } from '../../../shared/contract/host-shell.ts';
import type { PseudoTerminal } from './pseudo-terminal.ts';
import { createTail } from './tail.ts';

/** More than this does not wait in the channel, in bytes; reading goes on when it is a quarter. */
const MOST_BACKLOG_BYTES = 64 * 1024;
/** Of what was shown last, so much comes again to a viewer that comes back, in bytes. */
const TAIL_BYTES = 256 * 1024;
const LOOK_AGAIN_MS = 15;

export interface PumpAudience {
  readonly send: (bytes: Uint8Array) => void;
  readonly backlogBytes: () => number;
}

export interface OutputPump {
  /** Takes what the terminal has shown. */
  take(bytes: Uint8Array): void;
  /** From now on it goes to this viewer, beginning with what was shown last; `undefined` for nobody. */
  serve(audience: PumpAudience | undefined): void;
  /** So many bytes more were shown by the viewer. */
  heard(bytes: number): void;
  stop(): void;
}

/** `isBehind` says that something else cannot take more just now, such as the recording. */
export function createOutputPump(
  terminal: Pick<PseudoTerminal, 'pause' | 'resume'>,
  isBehind: () => boolean,
): OutputPump {
  const tail = createTail(TAIL_BYTES);
  let audience: PumpAudience | undefined;
  let unheardBytes = 0;
  let timer: NodeJS.Timeout | undefined;

  function send(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += LARGEST_SHELL_PIECE) {
      audience?.send(bytes.subarray(at, at + LARGEST_SHELL_PIECE));
    }
    unheardBytes += bytes.length;
  }

  function isTooMuch(share: number): boolean {
    if (isBehind()) return true;
    if (audience === undefined) return false;
    return unheardBytes > SHELL_WINDOW_BYTES * share || audience.backlogBytes() > MOST_BACKLOG_BYTES * share;
  }

  function holdBack(): void {
    if (timer !== undefined || !isTooMuch(1)) return;
    terminal.pause();
    timer = setInterval(() => {
      if (!isTooMuch(0.25)) goOn();
    }, LOOK_AGAIN_MS);
  }

  function goOn(): void {
    if (timer === undefined) return;
    clearInterval(timer);
    timer = undefined;
    terminal.resume();
  }

  return {
    take(bytes) {
      tail.add(bytes);
      if (audience !== undefined) send(bytes);
      holdBack();
    },
    serve(next) {
      audience = next;
      unheardBytes = 0;
      if (next !== undefined) send(tail.read());
      holdBack();
    },
    heard(bytes) {
      unheardBytes = Math.max(0, unheardBytes - bytes);
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
      audience = undefined;
    },
  };
}
