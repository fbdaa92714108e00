/** Reads an asciicast v2 file for playing. Whatever in it is no event is left out. Pure. */
import * as v from 'valibot';
import { ShellSize } from '../../../../../shared/contract/host-shell.ts';

export interface CastEvent {
  /** Milliseconds since the beginning, as it is played. */
  readonly atMs: number;
  readonly does: 'show' | 'resize';
  readonly text: string;
}

export interface Cast {
  readonly size: ShellSize;
  readonly events: readonly CastEvent[];
  readonly lengthMs: number;
}

/** Nobody watches a command line think for longer, in ms. */
const longestPauseMs = 2000;
const usual: ShellSize = { columns: 80, rows: 24 };

const Head = v.object({ version: v.literal(2), width: v.number(), height: v.number() });
const Event = v.tuple([v.pipe(v.number(), v.finite(), v.minValue(0)), v.picklist(['o', 'r']), v.string()]);

export function readCast(text: string): Cast {
  const lines = text.split('\n').map(parsed);
  const head = v.safeParse(Head, lines[0]);
  const size = head.success
    ? v.safeParse(ShellSize, { columns: head.output.width, rows: head.output.height })
    : undefined;
  let atMs = 0;
  let before = 0;
  const events: CastEvent[] = [];
  for (const line of lines) {
    const { success, output } = v.safeParse(Event, line);
    if (!success) continue;
    const [seconds, kind, data] = output;
    atMs += Math.min(longestPauseMs, Math.max(0, seconds - before) * 1000);
    before = Math.max(before, seconds);
    events.push({ atMs, does: kind === 'o' ? 'show' : 'resize', text: data });
  }
  return { size: size?.success === true ? size.output : usual, events, lengthMs: atMs };
}

/** The size that an event of the kind `resize` says; `undefined` for none that can be. */
export function readResize(text: string): ShellSize | undefined {
  const [columns, rows] = text.split('x').map(Number);
  const size = v.safeParse(ShellSize, { columns, rows });
  return size.success ? size.output : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // An empty or damaged line.
    return undefined;
  }
}
