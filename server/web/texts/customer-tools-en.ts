/** The tools on the computer, on the customer's page: what is asked, what was allowed, and what was done. */
import type { ToolScope } from '../../../shared/contract/consent.ts';
import type {
  AfterSession,
  SpecialAction,
  SystemCategory,
  ToolOutcome,
  ToolUse,
} from '../../../shared/contract/tool-use.ts';
import { byteSize } from '../../../shared/ui/byte-size.ts';
import { safeName } from '../../../shared/ui/safe-text.ts';

interface ToolWords {
  /** Beside a tick or a clock. */
  readonly name: string;
  readonly question: (rep: string) => string;
  readonly scope: string;
  readonly doesNot: string;
  readonly careful: string;
  /** After "You allowed". */
  readonly granted: (rep: string, time: string) => string;
  readonly refused: string;
  readonly withdrawn: string;
  readonly gaveBack: string;
  readonly expired: string;
  readonly asked: string;
}

const words: Record<ToolScope, ToolWords> = {
  files: {
    name: 'Your files',
    question: (rep) => `Let ${rep} use your files?`,
    scope: 'See, copy, change and remove files that you can',
    doesNot: 'Not your screen, not your mouse',
    careful: 'Every file that is copied or removed is written down here.',
    granted: (rep, time) => `${rep} to use your files, ${time}`,
    refused: 'said no to your files',
    withdrawn: 'took your files back',
    gaveBack: 'gave your files back',
    expired: 'The time for your files is over',
    asked: 'asks for your files',
  },
  shell: {
    name: 'Your command line',
    question: (rep) => `Let ${rep} use your command line?`,
    scope: 'Type commands that run as you, with all that you may do',
    doesNot: 'Not your screen, not your mouse',
    careful: 'Whatever still runs is ended when the time is over.',
    granted: (rep, time) => `${rep} to use your command line, ${time}`,
    refused: 'said no to the command line',
    withdrawn: 'took the command line back',
    gaveBack: 'gave the command line back',
    expired: 'The time for the command line is over',
    asked: 'asks for your command line',
  },
  'system-information': {
    name: 'Details of your computer',
    question: (rep) => `Let ${rep} see the details of your computer?`,
    scope: 'Read what is built in and installed, and what runs',
    doesNot: 'Nothing is changed, and no file of yours is read',
    careful: 'You see here what was read.',
    granted: (rep, time) => `${rep} to see the details of your computer, ${time}`,
    refused: 'said no to the details of your computer',
    withdrawn: 'closed the details of your computer',
    gaveBack: 'closed the details of your computer',
    expired: 'The time for the details of your computer is over',
    asked: 'asks for the details of your computer',
  },
  actions: {
    name: 'Repair actions',
    question: (rep) => `Let ${rep} use repair actions?`,
    scope: 'Open settings, lock or restart the computer, and run prepared scripts',
    doesNot: 'Nothing that is typed freely: only what the organisation has prepared',
    careful: 'Each one is written down here.',
    granted: (rep, time) => `${rep} to use repair actions, ${time}`,
    refused: 'said no to repair actions',
    withdrawn: 'took repair actions back',
    gaveBack: 'gave repair actions back',
    expired: 'The time for repair actions is over',
    asked: 'asks for repair actions',
  },
};

const actions: Record<SpecialAction, string> = {
  lock: 'locked your computer',
  'log-out': 'logged you out',
  'task-manager': 'opened the task manager',
  settings: 'opened the settings',
  'network-settings': 'opened the network settings',
  'printer-settings': 'opened the printer settings',
  updates: 'opened the updates',
  terminal: 'opened a terminal on your screen',
  'flush-names': 'flushed the name cache',
  restart: 'restarted your computer',
  'restart-safe-mode': 'restarted your computer in safe mode',
};

const afterwards: Record<AfterSession, string> = {
  nothing: 'wants nothing done to your computer when the session ends',
  lock: 'wants your computer locked when the session ends',
  'log-out': 'wants you logged out when the session ends',
};

/** Of those that are asked about on the desktop. */
const refusals: Partial<Record<SpecialAction, string>> = {
  'log-out': 'was not allowed to log you out',
  restart: 'was not allowed to restart your computer',
  'restart-safe-mode': 'was not allowed to restart your computer in safe mode',
};

const scriptEnds: Record<ToolOutcome, string> = {
  done: '',
  failed: ', which failed',
  stopped: ', which was stopped',
  refused: ', which was refused',
};

/** What is kept of the computer, by its categories. */
const categories: Record<SystemCategory, string> = {
  system: 'the system',
  processor: 'the processor',
  memory: 'the memory',
  disks: 'the disks',
  network: 'the network',
  displays: 'the displays',
  software: 'the software',
  processes: 'what runs',
  services: 'the services',
  logs: 'the system’s log',
};

export const toolTexts = {
  words,
  takeAllBack: 'Take everything back',
  kept: (category: SystemCategory) => `keeps with the session: ${categories[category]}`,
  /** After the representative's name. */
  used(use: ToolUse): string {
    switch (use.did) {
      case 'file-taken':
        return `copied ${safeName(use.name, 100)} from your computer, ${byteSize(use.bytes)}`;
      case 'file-given':
        return `copied ${safeName(use.name, 100)} to your computer, ${byteSize(use.bytes)}`;
      case 'file-removed':
        return `removed ${safeName(use.name, 100)}`;
      case 'file-renamed':
        return `renamed ${safeName(use.name, 100)} to ${safeName(use.to, 100)}`;
      case 'folder-made':
        return `made the folder ${safeName(use.name, 100)}`;
      case 'shell-opened':
        return 'opened a command line';
      case 'shell-closed':
        return 'closed a command line';
      case 'system-read':
        return 'read details of your computer';
      case 'action-done':
        if (use.outcome === 'refused') return refusals[use.action] ?? 'was not allowed to do that';
        return use.outcome === 'done' ? actions[use.action] : `tried in vain: ${actions[use.action]}`;
      case 'restart-begun':
        return 'restarts your computer';
      case 'afterwards-chosen':
        return afterwards[use.what];
      case 'script-begun':
        return `started the script ${safeName(use.script, 80)}`;
      case 'script-run':
        return `ran the script ${safeName(use.script, 80)}${scriptEnds[use.outcome]}`;
      default:
        return use satisfies never;
    }
  },
};
