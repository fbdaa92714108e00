/** The tools on the customer's computer, in the session records of the web panel. */
import type { ToolScope } from '../../../shared/contract/consent.ts';
import type { SpecialAction, ToolOutcome, ToolUse } from '../../../shared/contract/tool-use.ts';
import { byteSize } from '../../../shared/ui/byte-size.ts';

/** Inside a sentence: "allowed the files". */
export const toolsInside: Record<ToolScope, string> = {
  files: 'the files',
  shell: 'the command line',
  'system-information': 'system information',
  actions: 'actions and scripts',
};

const outcomes: Record<ToolOutcome, string> = { done: 'done', failed: 'failed', stopped: 'stopped' };
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
      return `A command line was opened: ${use.name}${use.isRecorded === true ? ', recorded' : ''}`;
    case 'shell-closed':
      return `A command line was closed: ${use.name}`;
    case 'system-read':
      return `System information was read: ${use.categories.join(', ')}`;
    case 'action-done':
      return `${actions[use.action]}: ${outcomes[use.outcome]}`;
    case 'script-run':
      return `Script ${use.script}: ${outcomes[use.outcome]}${use.exitCode === null ? '' : `, exit code ${use.exitCode}`}`;
    default:
      return use satisfies never;
  }
}
