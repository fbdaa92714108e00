/** Actions and scripts in the window. */
import type { Interpreter, ScriptSystem, ValueProblem } from '../../shared/contract/script.ts';
import type { AfterSession, SpecialAction, ToolOutcome } from '../../shared/contract/tool-use.ts';
import { toolTexts } from './host-tools-en.ts';

const systems: Record<ScriptSystem, string> = { linux: 'Linux', macos: 'macOS', windows: 'Windows' };

export const actionTexts = {
  actions: 'Actions',
  opens: 'Open on their screen',
  does: 'Do at once',
  asks: (name: string) => `Ask ${name}, then do`,
  missing: 'Not on this computer',
  reading: 'Looking at what this computer can do',
  dialog: {
    title: (action: SpecialAction, name: string) => `${toolTexts.actions[action]}: ask ${name}?`,
    text: (name: string) => [
      `${name} is asked on the desktop and can say no.`,
      'What is open on that computer is closed, this connection as well. Tell them to save first.',
    ],
    keep: 'Not now',
    act: (name: string) => `Ask ${name}`,
  },
  waiting: (action: SpecialAction) => `${toolTexts.actions[action]}…`,
  came: (action: SpecialAction, outcome: ToolOutcome, problem: string, name: string) => {
    const what = toolTexts.actions[action];
    if (outcome === 'done') return `${what}: done.`;
    if (outcome === 'refused') return `${what}: ${name} said no.`;
    if (outcome === 'stopped') return `${what}: the question was taken back.`;
    return `${what}: it did not work. ${problem}`.trim();
  },
  after: {
    title: 'When the session ends',
    hint: (name: string) => `${name} is told now and asked again then. Taking actions back cancels it.`,
    choices: {
      nothing: 'Do nothing',
      lock: 'Lock the computer',
      'log-out': 'Log out',
    } satisfies Record<AfterSession, string>,
  },
  scripts: 'Scripts',
  choose: 'Choose a script',
  find: 'Find a script',
  none: 'Your organisation has no script for this system yet. Administrators write them in the web panel, under Scripts.',
  noneFound: 'No script is called so.',
  noGroup: 'Scripts',
  pick: 'Choose one of the scripts that your organisation has prepared. You see all of it before it runs.',
  how: (interpreter: Interpreter, system: ScriptSystem, seconds: number, name: string) =>
    `Runs with ${interpreter} on ${name}’s ${systems[system]} computer, as the person who is signed in, for ${lasting(seconds)} at most.`,
  willRun: 'This will run',
  variables: 'With these variables',
  empty: '(empty)',
  run: 'Run it',
  stop: 'Stop',
  output: 'Output',
  noOutput: 'It has written nothing yet.',
  running: 'Runs…',
  problems: {
    missing: 'Fill this in.',
    number: 'Write a number, such as 12 or -3.5.',
    choice: 'Choose one.',
    characters: 'Some of these characters cannot be handed to this script.',
  } satisfies Record<ValueProblem, string>,
  chooseOne: 'Choose…',
  ended: (outcome: ToolOutcome, exitCode: number | null, problem: string) => {
    if (problem !== '') return problem;
    if (outcome === 'done') return 'Done, exit code 0.';
    if (outcome === 'stopped') return 'Stopped.';
    return exitCode === null ? 'It failed.' : `It failed, exit code ${exitCode}.`;
  },
  gone: 'The connection broke, so the script was ended.',
} as const;

function lasting(seconds: number): string {
  if (seconds % 60 !== 0) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  return seconds === 60 ? '1 minute' : `${seconds / 60} minutes`;
}
