/**
 * The shells of a session. They belong to the session's consent and not to a link: a link that breaks is back in a moment,
 * and what runs goes on meanwhile.
 */
import { AppError } from '../../../shared/contract/errors.ts';
import { MOST_SHELLS } from '../../../shared/contract/host-shell.ts';
import type { ShellFacts, ShellNumber, ShellSize } from '../../../shared/contract/host-shell.ts';
import type { RecordingId } from '../../../shared/contract/shell-recording.ts';
import type { ToolUse } from '../../../shared/contract/tool-use.ts';
import { createOutputPump } from './output-pump.ts';
import type { PumpAudience } from './output-pump.ts';
import type { PseudoTerminal, PseudoTerminalOrder } from './pseudo-terminal.ts';
import { hangUpGraceMs } from './shell-processes.ts';
import { startShellRecorder } from './shell-recorder.ts';
import type { SendRecordingPart } from './shell-recorder.ts';

/** A recording that waits for a server that is away holds the shell back from here on, in characters. */
const MOST_UNSENT = 1_000_000;
/** What a shell does not read is not taken without end, in bytes. */
const MOST_UNREAD_BYTES = 512 * 1024;

/** Who has the shells at the moment. */
export interface ShellAudience {
  readonly send: (shell: ShellNumber, bytes: Uint8Array) => void;
  readonly backlogBytes: () => number;
  readonly ended: (shell: ShellNumber, exitCode: number | null) => void;
  /** Another one has come. */
  readonly elsewhere: () => void;
  readonly report: (use: ToolUse) => void;
}

export interface ShellPorts {
  /** Resolves when terminals can be opened; rejects where the system has none. */
  readonly load: () => Promise<(order: Pick<PseudoTerminalOrder, 'size' | 'onBytes' | 'onExit'>) => PseudoTerminal>;
  readonly processes: {
    signalAll(leader: number, signal: NodeJS.Signals): void;
    programIn(leader: number): string | null;
  };
  readonly newRecordingId: () => RecordingId;
  readonly sendRecordingPart: SendRecordingPart;
  readonly now: () => number;
  /** Shells go on for so long while nobody is linked, in ms. */
  readonly linkGraceMs: number;
}

/** What the session says of the consent: `undefined` for none. */
export interface ShellConsent {
  readonly isRecorded: boolean;
}

export type Shells = ReturnType<typeof createShells>;

interface Shell {
  readonly number: ShellNumber;
  readonly terminal: PseudoTerminal;
  readonly pump: ReturnType<typeof createOutputPump>;
  readonly recorder: ReturnType<typeof startShellRecorder> | undefined;
  name: string;
}

export function createShells(ports: ShellPorts) {
  const running = new Map<ShellNumber, Shell>();
  /** Hung up, and not gone yet. */
  const ending = new Set<number>();
  let last = 0;
  let consent: ShellConsent | undefined;
  let audience: ShellAudience | undefined;
  let graceTimer: NodeJS.Timeout | undefined;
  let wasRecorded = false;
  let openTerminal: Awaited<ReturnType<ShellPorts['load']>> | undefined;

  function get(number: ShellNumber): Shell {
    const shell = running.get(number);
    if (shell === undefined) throw new AppError('not-found', { text: 'This command line has ended.' });
    return shell;
  }

  function audienceOf(number: ShellNumber): PumpAudience | undefined {
    const to = audience;
    if (to === undefined) return undefined;
    return { send: (bytes) => to.send(number, bytes), backlogBytes: to.backlogBytes };
  }

  function open(name: string, size: ShellSize): ShellFacts {
    if (running.size >= MOST_SHELLS) {
      throw new AppError('not-allowed', { text: `${MOST_SHELLS} command lines are open. Close one first.` });
    }
    last += 1;
    const number = last;
    const recorder =
      consent?.isRecorded === true
        ? startShellRecorder({
            ...{ id: ports.newRecordingId(), size, now: ports.now, send: ports.sendRecordingPart },
            name: () => running.get(number)?.name ?? name,
          })
        : undefined;
    const terminal = openOrSay(() =>
      openTerminal?.({
        size,
        onBytes(bytes) {
          recorder?.output(bytes);
          pump.take(bytes);
        },
        onExit: (exitCode) => ended(number, exitCode),
      }),
    );
    const pump = createOutputPump(terminal, () => (recorder?.waiting ?? 0) > MOST_UNSENT);
    wasRecorded ||= recorder !== undefined;
    running.set(number, { number, terminal, pump, recorder, name });
    pump.serve(audienceOf(number));
    audience?.report({ did: 'shell-opened', name, ...(recorder === undefined ? {} : { isRecorded: true as const }) });
    return { shell: number, name, isRecorded: recorder !== undefined };
  }

  /** Its program has ended, by itself or because it had to. */
  function ended(number: ShellNumber, exitCode: number | null): void {
    const shell = running.get(number);
    if (shell === undefined) return;
    running.delete(number);
    letGo(shell);
    audience?.ended(number, exitCode);
    audience?.report({ did: 'shell-closed', name: shell.name });
  }

  function letGo({ terminal, pump, recorder }: Shell): void {
    pump.stop();
    recorder?.end();
    // Whatever it left running in its session goes as well.
    hangUp(terminal.pid);
  }

  /** Everything in the session is told that its terminal is gone, and killed a moment later. */
  function hangUp(leader: number): void {
    if (ending.has(leader)) return;
    ending.add(leader);
    ports.processes.signalAll(leader, 'SIGHUP');
    // What was stopped hears nothing before it goes on.
    ports.processes.signalAll(leader, 'SIGCONT');
    setTimeout(() => {
      ports.processes.signalAll(leader, 'SIGKILL');
      ending.delete(leader);
    }, hangUpGraceMs);
  }

  function endAll(): void {
    clearTimeout(graceTimer);
    const all = [...running.values()];
    running.clear();
    for (const shell of all) {
      letGo(shell);
      audience?.ended(shell.number, null);
    }
  }

  return {
    /** What holds from now on. Without a consent every shell ends. */
    heed(now: ShellConsent | undefined): void {
      consent = now;
      if (now === undefined) endAll();
    },

    /** Whether any of them was recorded. */
    get wasRecorded(): boolean {
      return wasRecorded;
    },

    /** The program is about to end: nothing of a shell outlives it. */
    kill(): void {
      for (const leader of [...ending, ...[...running.values()].map(({ terminal }) => terminal.pid)]) {
        ports.processes.signalAll(leader, 'SIGKILL');
      }
    },

    /** To be called before anything is opened. @throws AppError `not-allowed` where the system has no terminals */
    async prepare(): Promise<void> {
      try {
        openTerminal ??= await ports.load();
      } catch (error) {
        console.error('There are no terminals here:', error instanceof Error ? error.message : '');
        throw new AppError('not-allowed', { text: 'The customer’s computer has no command line for this program.' });
      }
    },

    /** A viewer has them from now on; whoever had them before is told. */
    come(next: ShellAudience): ShellFacts[] {
      clearTimeout(graceTimer);
      if (audience !== next) audience?.elsewhere();
      audience = next;
      for (const { number, pump } of running.values()) pump.serve(audienceOf(number));
      return [...running.values()].map(({ number, name, recorder }) => ({
        ...{ shell: number, name, isRecorded: recorder !== undefined },
      }));
    },

    /** Its link is over. If nobody comes soon, everything ends. */
    leave(gone: ShellAudience): void {
      if (audience !== gone) return;
      audience = undefined;
      for (const { pump } of running.values()) pump.serve(undefined);
      if (running.size > 0) graceTimer = setTimeout(endAll, ports.linkGraceMs);
    },

    /** Its viewer shows something else: nothing is sent that nobody would say to have shown. */
    rest(): void {
      for (const { pump } of running.values()) pump.serve(undefined);
    },

    isFor: (one: ShellAudience): boolean => audience === one,
    open,

    write(number: ShellNumber, bytes: Uint8Array): void {
      const terminal = running.get(number)?.terminal;
      if (terminal !== undefined && terminal.unreadBytes <= MOST_UNREAD_BYTES) terminal.write(bytes);
    },
    resize(number: ShellNumber, size: ShellSize): void {
      const { terminal, recorder } = get(number);
      terminal.resize(size);
      recorder?.resize(size);
    },
    rename(number: ShellNumber, name: string): void {
      get(number).name = name;
    },
    programIn: (number: ShellNumber): string | null => ports.processes.programIn(get(number).terminal.pid),
    heard: (number: ShellNumber, bytes: number): void => running.get(number)?.pump.heard(bytes),
    close: (number: ShellNumber): void => hangUp(get(number).terminal.pid),
  };
}

function openOrSay(open: () => PseudoTerminal | undefined): PseudoTerminal {
  try {
    const terminal = open();
    if (terminal !== undefined) return terminal;
  } catch (error) {
    console.error('No shell could be started:', error instanceof Error ? error.message : '');
  }
  throw new AppError('not-allowed', { text: 'No command line could be opened on the customer’s computer.' });
}
