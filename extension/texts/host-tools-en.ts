/** The tools on the customer's computer: names, questions, and what the running log says of them. */
import type { ToolScope } from '../../shared/contract/consent.ts';
import type { SpecialAction, SystemCategory, ToolOutcome, ToolUse } from '../../shared/contract/tool-use.ts';
import { byteSize } from '../../shared/ui/byte-size.ts';
import { safeName } from '../../shared/ui/safe-text.ts';
import type { Sentence } from './log-en.ts';

const outcomes: Record<ToolOutcome, string> = { done: 'done', failed: 'failed', stopped: 'stopped' };

/** What a press does, for the lists of actions and for the log. */
const actions: Record<SpecialAction, string> = {
  lock: 'Lock the computer',
  'log-out': 'Log out',
  'task-manager': 'Task manager',
  settings: 'Settings',
  'network-settings': 'Network settings',
  'printer-settings': 'Printer settings',
  updates: 'Updates',
  terminal: 'Terminal on their screen',
  'flush-names': 'Flush the name cache',
  restart: 'Restart',
  'restart-safe-mode': 'Restart in safe mode',
};

const categories: Record<SystemCategory, string> = {
  system: 'System',
  processor: 'Processor',
  memory: 'Memory',
  disks: 'Disks',
  network: 'Network',
  displays: 'Displays',
  software: 'Software',
  processes: 'Processes',
  services: 'Services',
  logs: 'Logs',
};

export const toolTexts = {
  name: {
    files: 'Files',
    shell: 'Command line',
    'system-information': 'System information',
    actions: 'Actions and scripts',
  } satisfies Record<ToolScope, string>,
  /** Inside a sentence: "Noor allowed the files". */
  inside: {
    files: 'the files',
    shell: 'the command line',
    'system-information': 'system information',
    actions: 'actions and scripts',
  } satisfies Record<ToolScope, string>,
  ask: (tool: ToolScope, name: string) =>
    ({
      files: `Ask ${name} for the files`,
      shell: `Ask ${name} for the command line`,
      'system-information': `Ask ${name} for system information`,
      actions: `Ask ${name} for actions and scripts`,
    })[tool],
  asked: {
    files: 'Asked for files',
    shell: 'Asked for the command line',
    'system-information': 'Asked for system information',
    actions: 'Asked for actions',
  } satisfies Record<ToolScope, string>,
  /** In a brief: what was granted. */
  brief: {
    files: 'the files',
    shell: 'the command line',
    'system-information': 'system information',
    actions: 'actions and scripts',
  } satisfies Record<ToolScope, string>,
  open: 'Open',
  giveBack: 'Give back',
  /** Before it is granted. */
  way: {
    what: {
      files: (name: string) => `See, copy, change and remove files on ${name}’s computer. ${name} is asked first.`,
      shell: (name: string) => `Type commands that run on ${name}’s computer. ${name} is asked first.`,
      'system-information': (name: string) => `Read what ${name}’s computer is and runs. ${name} is asked first.`,
      actions: (name: string) =>
        `Open settings, lock or restart ${name}’s computer, run prepared scripts. ${name} is asked first.`,
    } satisfies Record<ToolScope, (name: string) => string>,
    ownerOnly: 'Only the owner of the session uses this',
    one: 'Another question is open',
    askedOnPage: (name: string) => `${name} is asked on the page, and gets the program there.`,
    askedOnDesktop: (name: string) => `${name} is asked on the desktop.`,
    unask: 'Take the question back',
    broken: 'The connection to the customer’s computer is interrupted. It is tried again by itself.',
  },
  system: {
    categories: 'Categories',
    details: 'Details',
    reading: 'Reading',
    refresh: 'Refresh',
    copy: 'Copy',
    copied: 'Copied.',
    search: 'Find in this list',
    readAt: (time: string) => `as of ${time}`,
    leftOff: (count: number) => `${count} more rows were left off.`,
  },
  actions,
  categories,
  used(use: ToolUse): Sentence {
    switch (use.did) {
      case 'file-taken':
        return { rest: `Copied from the customer: ${safeName(use.name, 120)}, ${byteSize(use.bytes)}` };
      case 'file-given':
        return { rest: `Copied to the customer: ${safeName(use.name, 120)}, ${byteSize(use.bytes)}` };
      case 'file-removed':
        return { rest: `Removed: ${safeName(use.name, 120)}` };
      case 'file-renamed':
        return { rest: `Renamed: ${safeName(use.name, 120)} is ${safeName(use.to, 120)} now` };
      case 'folder-made':
        return { rest: `New folder: ${safeName(use.name, 120)}` };
      case 'shell-opened':
        return { rest: `Command line opened: ${safeName(use.name, 60)}${use.isRecorded === true ? ', recorded' : ''}` };
      case 'shell-closed':
        return { rest: `Command line closed: ${safeName(use.name, 60)}` };
      case 'system-read':
        return { rest: `System information read: ${use.categories.map((one) => categories[one]).join(', ')}` };
      case 'action-done':
        return { rest: `${actions[use.action]}: ${outcomes[use.outcome]}` };
      case 'script-run':
        return { rest: `Script ${safeName(use.script, 80)}: ${scriptEnd(use)}` };
      default:
        return use satisfies never;
    }
  },
};

function scriptEnd({ outcome, exitCode, problem }: Extract<ToolUse, { did: 'script-run' }>): string {
  if (problem !== '') return `${outcomes[outcome]}, ${safeName(problem, 120)}`;
  return exitCode === null ? outcomes[outcome] : `${outcomes[outcome]}, exit code ${exitCode}`;
}
