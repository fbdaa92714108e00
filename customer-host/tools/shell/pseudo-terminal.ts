/** A pseudo-terminal with a program in it: the one place that knows node-pty. */
import type * as NodePty from '@lydell/node-pty';
import { Socket } from 'node:net';
import type { ShellSize } from '../../../shared/contract/host-shell.ts';
import type { ShellCommand } from './own-shell.ts';

export interface PseudoTerminal {
  /** Of the program in it, which leads a session of its own. */
  readonly pid: number;
  write(bytes: Uint8Array): void;
  /** Bytes that were written and that nothing has read yet. */
  readonly unreadBytes: number;
  resize(size: ShellSize): void;
  /** Nothing more is read: a program that writes on waits. */
  pause(): void;
  resume(): void;
}

export interface PseudoTerminalOrder extends ShellCommand {
  readonly size: ShellSize;
  readonly folder: string;
  readonly environment: Record<string, string>;
  readonly onBytes: (bytes: Uint8Array) => void;
  /** Everything that it wrote has come. `exitCode` is `null` where a signal ended it. */
  readonly onExit: (exitCode: number | null) => void;
}

export type OpenPseudoTerminal = (order: PseudoTerminalOrder) => PseudoTerminal;

/**
 * Loads the package, which has a native part: only who uses a shell needs it, and a system without it has all the rest.
 * Rejects there. What it resolves to throws where a program cannot be started.
 */
export async function loadPseudoTerminals(): Promise<OpenPseudoTerminal> {
  const { spawn } = await import('@lydell/node-pty');
  return (order) => open(spawn, order);
}

function open(spawn: typeof NodePty.spawn, order: PseudoTerminalOrder): PseudoTerminal {
  const terminal = spawn(order.command, [...order.words], {
    name: 'xterm-256color',
    cols: order.size.columns,
    rows: order.size.rows,
    cwd: order.folder,
    env: order.environment,
    // Bytes as they are: whoever cuts them anywhere cuts letters.
    encoding: null,
  });
  let isOver = false;
  // The package does not give its socket out; bytes, and how many of them wait, go through that alone. Windows has none.
  const inside: unknown = Reflect.get(terminal, '_socket');
  const socket = inside instanceof Socket ? inside : undefined;
  // Without a second listener the package throws into nowhere what only means that the other end is closed.
  socket?.on('error', () => undefined);
  terminal.onData((data: unknown) => {
    if (typeof data === 'string') order.onBytes(new TextEncoder().encode(data));
    else if (data instanceof Uint8Array) order.onBytes(data);
  });
  terminal.onExit(({ exitCode, signal }) => {
    isOver = true;
    order.onExit(signal === undefined || signal === 0 ? exitCode : null);
  });
  return {
    pid: terminal.pid,
    write(bytes) {
      if (isOver) return;
      if (socket === undefined) terminal.write(new TextDecoder().decode(bytes));
      else if (socket.writable) socket.write(bytes);
    },
    get unreadBytes() {
      return socket?.writableLength ?? 0;
    },
    resize({ columns, rows }) {
      if (!isOver) terminal.resize(columns, rows);
    },
    pause() {
      if (!isOver) terminal.pause();
    },
    resume() {
      if (!isOver) terminal.resume();
    },
  };
}
