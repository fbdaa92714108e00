/** The questions for the tools: what each would do, and what it would not. */
import type { ToolScope } from '../../shared/contract/consent.ts';
import type { ConsentQuestion } from '../windows/host-windows.ts';

interface ToolWords {
  readonly question: (first: string) => string;
  /** What the tool does, said before "for 15 minutes". */
  readonly does: string;
  readonly doesNot: string;
  readonly careful: string;
}

/** What the dialog says of each tool. */
export const toolConsentWords: Readonly<Record<ToolScope, ToolWords>> = {
  files: {
    question: (first) => `Let ${first} use your files?`,
    does: 'See, copy, change and remove files that you can',
    doesNot: 'Not your screen, not your mouse',
    careful: 'Every file that is copied or removed is written into the log that you keep',
  },
  shell: {
    question: (first) => `Let ${first} use your command line?`,
    does: 'Type commands that run as you, with all that you may do',
    doesNot: 'Not your screen, not your mouse',
    careful: 'Whatever still runs is ended when the time is over',
  },
  'system-information': {
    question: (first) => `Let ${first} see the details of your computer?`,
    does: 'Read what is built in and installed, and what runs',
    doesNot: 'Nothing is changed, and no file of yours is read',
    careful: 'What is read stays with the session only if you are told so',
  },
  actions: {
    question: (first) => `Let ${first} use repair actions?`,
    does: 'Open settings, lock or restart the computer, and run prepared scripts',
    doesNot: 'Nothing that is typed freely: only what the organisation has prepared',
    careful: 'Each one is written into the log that you keep',
  },
};

/** Where the administrator has it so. What is typed and not shown, such as a password, is not in a recording. */
const shellIsRecorded = 'What the command line shows is recorded and kept by the organisation';

/** The rows of a tool's question, for a time such as "15 minutes". */
export function toolConsentRows(tool: ToolScope, time: string, isRecorded: boolean): ConsentQuestion['rows'] {
  const words = toolConsentWords[tool];
  return [
    { icon: tool === 'shell' ? 'keyboard' : 'eye', text: [`${words.does}, for `, { strong: time }] },
    ...(isRecorded ? [{ icon: 'eye' as const, text: shellIsRecorded }] : []),
    { icon: 'no', text: words.doesNot },
    { icon: 'pause', text: [`${words.careful}. Hold `, { strong: 'Esc' }, ' for two seconds to end everything.'] },
  ];
}
