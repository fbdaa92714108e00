/**
 * Viewer ↔ host: command lines on the customer's computer. Calls and events are text; what is typed and what is shown are
 * binary messages on the same channel: four bytes with the shell's number, most significant first, then the bytes of its
 * terminal.
 */
import * as v from 'valibot';
import { Nothing, contract, operation } from './contract.ts';
import { line } from './text.ts';

/** So many run at once. */
export const MOST_SHELLS = 8;

/** So many bytes a host lets be on their way to a viewer, for each shell; the viewer says what it has shown. */
export const SHELL_WINDOW_BYTES = 512 * 1024;
/** No binary message has more bytes of a terminal. */
export const LARGEST_SHELL_PIECE = 16 * 1024;
/** More than this is not pasted at once, in bytes: what a shell does not read waits in the host's memory. */
export const LARGEST_PASTE_BYTES = 256 * 1024;

/** Numbers count up within one run of the host. */
export const ShellNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(0xffff_ffff));
export type ShellNumber = v.InferOutput<typeof ShellNumber>;

/** As the representative calls it. */
export const ShellName = line(40);

const Columns = v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(500));
const Rows = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(300));
export const ShellSize = v.strictObject({ columns: Columns, rows: Rows });
export type ShellSize = v.InferOutput<typeof ShellSize>;

/** A shell that runs. */
export const ShellFacts = v.strictObject({
  shell: ShellNumber,
  name: ShellName,
  /** What it shows is recorded, as the customer was told. */
  isRecorded: v.boolean(),
});
export type ShellFacts = v.InferOutput<typeof ShellFacts>;

const one = { shell: ShellNumber };
const Bytes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(0xffff_ffff));

export const hostShellContract = contract(
  {
    /** This viewer has the shells from now on. What each showed last comes as its first bytes. */
    'shell.come': operation(Nothing, v.strictObject({ shells: v.array(ShellFacts) })),
    /** Nobody looks at them for now; what runs goes on. */
    'shell.away': operation(Nothing, Nothing),
    'shell.open': operation(v.strictObject({ name: ShellName, size: ShellSize }), ShellFacts),
    'shell.resize': operation(v.strictObject({ ...one, size: ShellSize }), Nothing),
    'shell.rename': operation(v.strictObject({ ...one, name: ShellName }), Nothing),
    /** The name of a program that runs in it, beside the shell itself; `null` for none. */
    'shell.busy': operation(v.strictObject(one), v.strictObject({ program: v.nullable(v.string()) })),
    'shell.close': operation(v.strictObject(one), Nothing),
    /** So many more bytes of each have been shown. Said some times a second at most, for all of them at once. */
    'shell.heard': operation(
      v.strictObject({ heard: v.pipe(v.array(v.strictObject({ ...one, bytes: Bytes })), v.maxLength(MOST_SHELLS)) }),
      Nothing,
    ),
  },
  v.variant('type', [
    /** Its last bytes have been sent. `exitCode` is `null` where it was killed. */
    v.strictObject({ type: v.literal('shell.ended'), ...one, exitCode: v.nullable(v.number()) }),
    /** Another window of the representative has the shells now. */
    v.strictObject({ type: v.literal('shell.elsewhere') }),
  ]),
);
export type HostShellContract = typeof hostShellContract;

/** The binary message for some bytes of a shell. */
export function shellMessage(shell: ShellNumber, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const message = new Uint8Array(4 + bytes.length);
  new DataView(message.buffer).setUint32(0, shell);
  message.set(bytes, 4);
  return message;
}

/** Reads a binary message; `undefined` for what is none. */
export function readShellMessage(
  message: ArrayBuffer,
): { readonly shell: ShellNumber; readonly bytes: Uint8Array<ArrayBuffer> } | undefined {
  if (message.byteLength <= 4 || message.byteLength > 4 + LARGEST_SHELL_PIECE) return undefined;
  const shell = new DataView(message).getUint32(0);
  return shell === 0 ? undefined : { shell, bytes: new Uint8Array(message, 4) };
}
