/** The tools on the customer's computer, in the session records of the web panel. */
import type { ToolScope } from '../../../shared/contract/consent.ts';
import type {
  AfterSession,
  SpecialAction,
  SystemCategory,
  ToolOutcome,
  ToolUse,
} from '../../../shared/contract/tool-use.ts';
import { byteSize } from '../../../shared/ui/byte-size.ts';

/** Inside a sentence: "allowed the files". */
export const toolsInside: Record<ToolScope, string> = {
  files: 'the files',
  shell: 'the command line',
  'system-information': 'system information',
  actions: 'actions and scripts',
};

const outcomes: Record<ToolOutcome, string> = {
  done: 'done',
  failed: 'failed',
  stopped: 'stopped',
  refused: 'the customer said no',
};
const actions: Record<SpecialAction, string> = {
  lock: 'Lock the computer',
  'log-out': 'Log out',
  'task-manager': 'Task manager',
  settings: 'Settings',
  'network-settings': 'Network settings',
  'printer-settings': 'Printer settings',
  updates: 'Updates',
  terminal: 'Terminal on the screen',
  'flush-names': 'Flush the name cache',
  restart: 'Restart',
  'restart-safe-mode': 'Restart in safe mode',
};

const afterwards: Record<AfterSession, string> = {
  nothing: 'nothing',
  lock: 'lock the computer',
  'log-out': 'log out',
};

/** What a tool has done. */
export function toolUsed(use: ToolUse): string {
  switch (use.did) {
    case 'file-taken':
      return `${use.name} was copied from the customer, ${byteSize(use.bytes)}`;
    case 'file-given':
      return `${use.name} was copied to the customer, ${byteSize(use.bytes)}`;
    case 'file-removed':
      return `${use.name} was removed`;
    case 'file-renamed':
      return `${use.name} was renamed to ${use.to}`;
    case 'folder-made':
      return `The folder ${use.name} was made`;
    case 'shell-opened':
      return `A command line was opened: ${use.name}`;
    case 'shell-closed':
      return `A command line was closed: ${use.name}`;
    case 'system-read':
      return `System information was read: ${use.categories.join(', ')}`;
    case 'action-done':
      return `${actions[use.action]}: ${outcomes[use.outcome]}`;
    case 'restart-begun':
      return use.returns ? 'The computer restarts; the program comes back' : 'The computer restarts';
    case 'afterwards-chosen':
      return `At the end of the session: ${afterwards[use.what]}`;
    case 'script-begun':
      return `Script started: ${use.script}`;
    case 'script-run':
      return `Script ${use.script}: ${outcomes[use.outcome]}${use.exitCode === null ? '' : `, exit code ${use.exitCode}`}`;
    default:
      return use satisfies never;
  }
}

/** What was kept of a computer with its session. */
export const keptSystemTexts = {
  title: 'System information',
  show: 'Show what was kept',
  keptAt: (time: string) => `kept on ${time}`,
  details: 'Details',
  search: 'Find in this list',
  leftOff: (count: number) => `${count} more rows were left off.`,
  categories: {
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
  } satisfies Record<SystemCategory, string>,
} as const;
