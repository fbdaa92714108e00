/** Records one shell: gathers what it shows for a moment, and has it sent to the server part by part, in order. */
import type { ShellSize } from '../../../shared/contract/host-shell.ts';
import { LONGEST_RECORDING, LONGEST_RECORDING_PART } from '../../../shared/contract/shell-recording.ts';
import type { RecordingId, RecordingPart } from '../../../shared/contract/shell-recording.ts';
import { createAsciicastWriter } from './asciicast-writer.ts';

/** Takes a part to the server, again and again until it is stored. Says whether the server wants more of this recording. */
export type SendRecordingPart = (part: RecordingPart) => Promise<boolean>;

export interface ShellRecorder {
  output(bytes: Uint8Array): void;
  resize(size: ShellSize): void;
  /** Characters that wait to be sent. */
  readonly waiting: number;
  /** The shell has ended: the last part goes out. Any number of times. */
  end(): void;
}

export interface RecorderOrder {
  readonly id: RecordingId;
  readonly size: ShellSize;
  /** As the shell is called at the moment. */
  readonly name: () => string;
  /** Milliseconds by the clock of this computer. */
  readonly now: () => number;
  readonly send: SendRecordingPart;
}

/** What is shown within this time goes out together. */
const GATHER_MS = 1000;
const LONGEST_PIECE = 8 * 1024;

export function startShellRecorder({ id, size, name, now, send }: RecorderOrder): ShellRecorder {
  const startedAt = now();
  let gathered = '';
  let written = 0;
  let waiting = 0;
  let isFull = false;
  let isOver = false;
  let parts = 0;
  let timer: NodeJS.Timeout | undefined;
  let sending: Promise<boolean> = Promise.resolve(true);
  const cast = createAsciicastWriter({
    ...{ size, name: name(), startedAt: Math.floor(startedAt / 1000) },
    passedMs: () => now() - startedAt,
    line: take,
  });

  function take(text: string): void {
    if (isFull || isOver) return;
    if (written + text.length > LONGEST_RECORDING) {
      isFull = true;
      return;
    }
    if (gathered.length + text.length > LONGEST_RECORDING_PART) post(null);
    gathered += text;
    written += text.length;
    waiting += text.length;
    timer ??= setTimeout(() => post(null), GATHER_MS);
  }

  function post(end: RecordingPart['end']): void {
    clearTimeout(timer);
    timer = undefined;
    const part: RecordingPart = { recording: id, part: parts, name: name(), text: gathered, end };
    parts += 1;
    gathered = '';
    sending = sending.then(async (isWanted) => {
      // A server that will not have one part has no use for those after it.
      const goesOn = isWanted && (await send(part));
      waiting -= part.text.length;
      if (!goesOn) isFull = true;
      return goesOn;
    });
  }

  return {
    output(bytes) {
      for (let at = 0; at < bytes.length; at += LONGEST_PIECE) cast.output(bytes.subarray(at, at + LONGEST_PIECE));
    },
    resize: cast.resize,
    get waiting() {
      return waiting;
    },
    end() {
      if (isOver) return;
      cast.end();
      post(isFull ? 'cut' : 'whole');
      isOver = true;
    },
  };
}
