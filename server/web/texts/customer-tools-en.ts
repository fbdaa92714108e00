/** The tools on the computer, on the customer's page: what is asked, what was allowed, and what was done. */
import type { ToolScope } from '../../../shared/contract/consent.ts';
import type { SpecialAction, ToolUse } from '../../../shared/contract/tool-use.ts';
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

export const toolTexts = {
  words,
  /** Where command lines are recorded. */
  recorded: {
    told: 'What the command line shows is recorded and kept by the organisation. A password that is not shown is not in it.',
    asked: 'asks for your command line, which is recorded',
    wasRecorded: 'Except for the command line, nothing was recorded.',
  },
  takeAllBack: 'Take everything back',
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
        return use.isRecorded === true ? 'opened a command line, which is recorded' : 'opened a command line';
      case 'shell-closed':
        return 'closed a command line';
      case 'system-read':
        return 'read details of your computer';
      case 'action-done':
        return use.outcome === 'done' ? actions[use.action] : `tried in vain: ${actions[use.action]}`;
      case 'script-run':
        return `ran the script ${safeName(use.script, 80)}`;
      default:
        return use satisfies never;
    }
  },
};
