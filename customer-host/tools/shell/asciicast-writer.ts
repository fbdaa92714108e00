/** Writes what a terminal shows as lines of an asciicast v2 file. Pure but for its ports. */
import type { ShellSize } from '../../../shared/contract/host-shell.ts';

export interface AsciicastWriter {
  output(bytes: Uint8Array): void;
  resize(size: ShellSize): void;
  /** Ends the text that a cut letter left open. */
  end(): void;
}

export interface AsciicastOrder {
  readonly size: ShellSize;
  readonly name: string;
  /** Seconds since 1970. */
  readonly startedAt: number;
  /** Milliseconds since it began. */
  readonly passedMs: () => number;
  /** Takes one line, with its end. */
  readonly line: (text: string) => void;
}

export function createAsciicastWriter({ size, name, startedAt, passedMs, line }: AsciicastOrder): AsciicastWriter {
  // Letters may be cut between two pieces of bytes.
  const decoder = new TextDecoder();
  const write = (value: unknown) => line(`${JSON.stringify(value)}\n`);
  const event = (kind: 'o' | 'r', data: string) => write([Math.round(passedMs()) / 1000, kind, data]);
  write({ version: 2, width: size.columns, height: size.rows, timestamp: startedAt, title: name });
  return {
    output(bytes) {
      const text = decoder.decode(bytes, { stream: true });
      if (text !== '') event('o', text);
    },
    resize: ({ columns, rows }) => event('r', `${columns}x${rows}`),
    end() {
      const text = decoder.decode();
      if (text !== '') event('o', text);
    },
  };
}
