/** Plays a recording: a terminal that is never opened in the page reads it, and its rows are drawn. */
import { signal } from '@preact/signals';
import { Terminal } from '@xterm/xterm';
import type { Clock } from '../../../../../shared/ui/clock.ts';
import { readResize } from './read-cast.ts';
import type { Cast } from './read-cast.ts';
import { screenRows } from './screen-rows.ts';
import type { CellRun } from './screen-rows.ts';

const STEP_MS = 50;

export function createCastPlayer(cast: Cast, clock: Clock) {
  const terminal = new Terminal({
    ...{ cols: cast.size.columns, rows: cast.size.rows, scrollback: 0 },
    allowProposedApi: true,
  });
  const atMs = signal(0);
  const isPlaying = signal(false);
  const rows = signal<readonly (readonly CellRun[])[]>([]);
  let next = 0;
  let speed = 1;
  let stop: (() => void) | undefined;

  /** Carries out what comes until then. */
  function playTo(until: number): void {
    if (until < atMs.peek()) {
      terminal.reset();
      terminal.resize(cast.size.columns, cast.size.rows);
      next = 0;
    }
    for (let event = cast.events[next]; event !== undefined && event.atMs <= until; event = cast.events[next]) {
      if (event.does === 'show') terminal.write(event.text);
      else resize(event.text);
      next += 1;
    }
    atMs.value = until;
    // Once all of it has been read.
    terminal.write('', () => {
      rows.value = screenRows(terminal);
    });
  }

  function resize(text: string): void {
    const size = readResize(text);
    if (size === undefined) return;
    // What was written before is read at the size of before.
    terminal.write('', () => terminal.resize(size.columns, size.rows));
  }

  function goOn(): void {
    const at = Math.min(cast.lengthMs, atMs.peek() + STEP_MS * speed);
    playTo(at);
    if (at >= cast.lengthMs) pause();
    else stop = clock.after(STEP_MS, goOn);
  }

  function pause(): void {
    stop?.();
    stop = undefined;
    isPlaying.value = false;
  }

  return {
    atMs,
    isPlaying,
    rows,
    lengthMs: cast.lengthMs,
    play(): void {
      if (isPlaying.peek()) return;
      if (atMs.peek() >= cast.lengthMs) playTo(0);
      isPlaying.value = true;
      goOn();
    },
    pause,
    seek: playTo,
    setSpeed(times: number): void {
      speed = times;
    },
    dispose(): void {
      pause();
      terminal.dispose();
    },
  };
}
