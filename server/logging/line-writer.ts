/** Writes lines for the operator, and goes on when they cannot be written: a full disk must not end the server. */
import { fstatSync, writeSync } from 'node:fs';

/** Writes one line, without a line end, at once. Never throws; how many lines were lost is said as soon as one can be written again. */
export type LineWriter = (line: string) => void;

/** For standard output (1) or standard error (2). `write` is the system's own call, for tests another one. */
export function createLineWriter(fd: 1 | 2, write: (fd: number, text: Buffer) => number = writer(fd)): LineWriter {
  let lost = 0;
  return (line) => {
    const news = lost === 0 ? '' : `${lost} lines before this one could not be written.\n`;
    try {
      writeWhole(fd, Buffer.from(`${news}${line}\n`), write);
      lost = 0;
    } catch {
      // Nowhere is left to say why; that it happened is said later.
      lost += 1;
    }
  };
}

function writeWhole(fd: number, bytes: Buffer, write: (fd: number, text: Buffer) => number): void {
  for (let rest = bytes; rest.length > 0;) rest = rest.subarray(write(fd, rest));
}

/** To a file Node's streams do not go on after a failure, so files are written directly; a pipe that is full for a moment needs the stream. */
function writer(fd: 1 | 2): (fd: number, text: Buffer) => number {
  const target = fstatSync(fd);
  if (!target.isFIFO() && !target.isSocket()) return writeSync;
  const stream = fd === 1 ? process.stdout : process.stderr;
  stream.on('error', () => {
    // Whoever read the other end is gone, and nobody is left to tell.
  });
  return (_fd, text) => {
    stream.write(text);
    return text.length;
  };
}
