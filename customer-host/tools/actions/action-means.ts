/** What a special action comes to on a computer: a command, or why there is none. */
import type { SpecialAction } from '../../../shared/contract/tool-use.ts';

/** `opens`: a window that stays when it was started. `ends`: it is done when the command has ended. */
export interface ActionCommand {
  readonly command: string;
  readonly words: readonly string[];
  readonly how: 'opens' | 'ends';
}

export type ActionMeans = ActionCommand | { readonly missing: string };

export type AllMeans = Readonly<Record<SpecialAction, ActionMeans>>;

/** What is looked at on the computer, so that nothing is guessed. */
export interface Surroundings {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The whole path of a program on the PATH; `undefined` when it is not installed. */
  readonly program: (name: string) => string | undefined;
  /** Whether a file or folder is there. */
  readonly isThere: (path: string) => boolean;
  /** Whether the host runs as the administrator of a Unix system. */
  readonly isRoot: boolean;
  /** Whether whoever is signed in may restart this computer without a password. */
  readonly mayRestart: boolean;
}

/** What the person at the computer is asked about before it happens: work that is open could be lost. */
const asking: ReadonlySet<SpecialAction> = new Set(['log-out', 'restart', 'restart-safe-mode']);

export function asksFirst(action: SpecialAction): boolean {
  return asking.has(action);
}

/** The first of these programs that is installed, with its words; otherwise why there is none. */
export function firstInstalled(
  { program }: Pick<Surroundings, 'program'>,
  candidates: readonly (readonly [name: string, ...words: string[]])[],
  how: ActionCommand['how'],
  missing: string,
): ActionMeans {
  for (const [name, ...words] of candidates) {
    const command = program(name);
    if (command !== undefined) return { command, words, how };
  }
  return { missing };
}
