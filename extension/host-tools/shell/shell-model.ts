/** The command lines of one customer's computer, as the window has them. */
import { batch, signal } from '@preact/signals';
import { AppError } from '../../../shared/contract/errors.ts';
import { LARGEST_SHELL_PIECE, readShellMessage, shellMessage } from '../../../shared/contract/host-shell.ts';
import type { HostShellContract, ShellFacts, ShellNumber } from '../../../shared/contract/host-shell.ts';
import type { EventOf } from '../../../shared/contract/contract.ts';
import { shellTexts as words } from '../../texts/host-shell-en.ts';
import type { ToolClient } from '../tool-client.ts';
import { withHeld } from './extra-key-bytes.ts';
import type { HeldKeys } from './extra-key-bytes.ts';
import { createShellTerminal } from './shell-terminal.ts';
import type { ShellTerminal, TerminalPorts } from './shell-terminal.ts';

/** One of them; `ended` once its program is over, until it is closed. */
export interface OpenShell extends ShellFacts {
  readonly terminal: ShellTerminal;
  readonly ended: { readonly exitCode: number | null } | null;
}

export type ShellModel = ReturnType<typeof createShellModel>;
export type ShellClient = ToolClient<HostShellContract>;

export interface ShellModelPorts extends Pick<TerminalPorts, 'onPaste' | 'onViewerKey' | 'onFind'> {
  readonly onFailure: (text: string) => void;
}

/** What was drawn is told so often, in ms, for all shells at once. */
const HEARD_MS = 50;
const noKeys: HeldKeys = { ctrl: false, alt: false };

export function createShellModel(ports: ShellModelPorts) {
  const shells = signal<readonly OpenShell[]>([]);
  const current = signal<ShellNumber | null>(null);
  const standing = signal<'away' | 'here' | 'elsewhere'>('away');
  const held = signal(noKeys);
  /** Terminals that have bytes before it is known what they are. */
  const terminals = new Map<ShellNumber, ShellTerminal>();
  const heard = new Map<ShellNumber, number>();
  /** Closed here; what of them is still on its way is drawn nowhere. */
  const closed = new Set<ShellNumber>();
  let client: ShellClient | undefined;
  let heardTimer: ReturnType<typeof setTimeout> | undefined;
  let fontSize = 13;
  let isReadAloud = false;

  function terminalOf(shell: ShellNumber): ShellTerminal {
    const known = terminals.get(shell);
    if (known !== undefined) return known;
    const made = createShellTerminal({
      ...ports,
      onTyped: (text) => typed(shell, text),
      onSize: (size) => {
        if (shells.peek().some((one) => one.shell === shell && one.ended === null))
          ask((on) => on.call('shell.resize', { shell, size }));
      },
      onHeard: (bytes) => {
        heard.set(shell, (heard.get(shell) ?? 0) + bytes);
        heardTimer ??= setTimeout(tellHeard, HEARD_MS);
      },
    });
    made.setFontSize(fontSize);
    made.setReadAloud(isReadAloud);
    terminals.set(shell, made);
    return made;
  }

  function tellHeard(): void {
    heardTimer = undefined;
    const all = [...heard].map(([shell, bytes]) => ({ shell, bytes }));
    heard.clear();
    ask((on) => on.call('shell.heard', { heard: all }));
  }

  /** What fails is said, except that the link broke: that stands on the page already. */
  function ask(work: (on: ShellClient) => Promise<unknown>): void {
    if (client === undefined) return;
    work(client).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      if (error.code !== 'no-answer' && error.code !== 'not-found') ports.onFailure(error.message);
    });
  }

  function typed(shell: ShellNumber, text: string): void {
    const whole = withHeld(text, held.peek());
    if (held.peek() !== noKeys && [...text].length === 1) held.value = noKeys;
    send(shell, whole);
  }

  function send(shell: ShellNumber, text: string): void {
    const bytes = new TextEncoder().encode(text);
    for (let at = 0; at < bytes.length; at += LARGEST_SHELL_PIECE) {
      client?.sendBytes(shellMessage(shell, bytes.subarray(at, at + LARGEST_SHELL_PIECE)));
    }
  }

  /** A link is there: takes the shells over it, with what each showed last. */
  async function come(by: ShellClient): Promise<void> {
    client = by;
    for (const { shell, ended } of shells.peek()) if (ended === null) terminals.get(shell)?.beginReplay();
    const found = await by.call('shell.come', {});
    if (client !== by) return;
    const running = found.shells.filter(({ shell }) => !closed.has(shell));
    batch(() => {
      const gone = shells
        .peek()
        .filter(({ ended, shell }) => ended !== null || !running.some((one) => one.shell === shell));
      shells.value = [
        ...gone.map((one) => ({ ...one, ended: one.ended ?? { exitCode: null } })),
        ...running.map((facts) => ({ ...facts, terminal: terminalOf(facts.shell), ended: null })),
      ].sort((one, other) => one.shell - other.shell);
      standing.value = 'here';
      if (!shells.peek().some(({ shell }) => shell === current.peek())) current.value = running.at(-1)?.shell ?? null;
    });
    for (const { shell } of running) terminals.get(shell)?.endReplay();
    if (shells.peek().length === 0) await open();
  }

  async function open(): Promise<void> {
    const by = client;
    if (by === undefined) return;
    const size = shells.peek().find(({ shell }) => shell === current.peek())?.terminal.size ?? {
      columns: 80,
      rows: 24,
    };
    const name = words.name(1 + Math.max(0, ...shells.peek().map(({ name: one }) => numberIn(one))));
    const facts = await by.call('shell.open', { name, size });
    batch(() => {
      shells.value = [...shells.peek(), { ...facts, terminal: terminalOf(facts.shell), ended: null }];
      current.value = facts.shell;
    });
  }

  function forget(shell: ShellNumber): void {
    const all = shells.peek();
    const place = all.findIndex((one) => one.shell === shell);
    closed.add(shell);
    terminals.get(shell)?.dispose();
    terminals.delete(shell);
    batch(() => {
      shells.value = all.filter((one) => one.shell !== shell);
      if (current.peek() === shell) current.value = (all[place + 1] ?? all[place - 1])?.shell ?? null;
    });
  }

  return {
    shells,
    current,
    standing,
    held,
    come,
    open,

    /** The channel is gone, or something else is looked at. */
    leave(by: ShellClient, goesOn: boolean): void {
      if (client !== by) return;
      if (goesOn) by.call('shell.away', {}).catch(() => undefined);
      client = undefined;
      standing.value = 'away';
    },

    onBytes(message: ArrayBuffer): void {
      const shown = readShellMessage(message);
      if (shown !== undefined && !closed.has(shown.shell)) terminalOf(shown.shell).write(shown.bytes);
    },

    onEvent(event: EventOf<HostShellContract>): void {
      switch (event.type) {
        case 'shell.ended': {
          const { shell, exitCode } = event;
          terminals.get(shell)?.say(words.ended(exitCode));
          shells.value = shells.peek().map((one) => (one.shell === shell ? { ...one, ended: { exitCode } } : one));
          return;
        }
        case 'shell.elsewhere':
          standing.value = 'elsewhere';
          return;
        default:
          event satisfies never;
      }
    },

    /** The program that would be ended with it; `null` for none. */
    async programIn({ shell, ended }: OpenShell): Promise<string | null> {
      if (ended !== null || client === undefined) return null;
      return (await client.call('shell.busy', { shell })).program;
    },

    close({ shell, ended }: OpenShell): void {
      if (ended === null) ask((on) => on.call('shell.close', { shell }));
      forget(shell);
    },

    rename(shell: ShellNumber, name: string): void {
      const tidy = name.trim();
      if (tidy === '') return;
      ask((on) => on.call('shell.rename', { shell, name: tidy }));
      shells.value = shells.peek().map((one) => (one.shell === shell ? { ...one, name: tidy } : one));
    },

    /** Goes on by so many places, round at the ends. */
    step(by: 1 | -1): void {
      const all = shells.peek();
      const place = all.findIndex(({ shell }) => shell === current.peek());
      const next = all[(place + by + all.length) % all.length];
      if (next !== undefined) current.value = next.shell;
    },

    /** Writes into the current one what a key of the row does. */
    press(text: string): void {
      if (current.peek() !== null) send(current.peek() ?? 0, text);
      held.value = noKeys;
    },

    hold(key: keyof HeldKeys): void {
      const next = { ...held.peek(), [key]: !held.peek()[key] };
      held.value = next.ctrl || next.alt ? next : noKeys;
    },

    colour(): void {
      for (const terminal of terminals.values()) terminal.colour();
    },
    setFontSize(change: 1 | -1): void {
      fontSize = Math.min(24, Math.max(9, fontSize + change));
      for (const terminal of terminals.values()) terminal.setFontSize(fontSize);
    },
    setReadAloud(on: boolean): void {
      isReadAloud = on;
      for (const terminal of terminals.values()) terminal.setReadAloud(on);
    },
    dispose(): void {
      clearTimeout(heardTimer);
      for (const terminal of terminals.values()) terminal.dispose();
      terminals.clear();
    },
  };
}

function numberIn(name: string): number {
  return Number(/ (\d{1,3})$/.exec(name)?.[1] ?? 0);
}
