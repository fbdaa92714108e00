import { isToolScope } from '../../shared/contract/consent.ts';
import type { ConsentMinutes, ControlDevices, ToolScope } from '../../shared/contract/consent.ts';
import type { Launch } from '../../shared/contract/launch.ts';
import type { Question } from '../session/questions.ts';
import { toolConsentRows, toolConsentWords } from './tool-consent-en.ts';
import type { ConsentQuestion, NoticeView } from '../windows/host-windows.ts';
import { cleanOutsideText, isolated } from '../windows/outside-text.ts';

/** Who helps, as the server says it; every text here cleans the names before it shows them. */
export interface Helper {
  /** "Ines Halvorsen" */
  readonly name: string;
  /** "Ines"; the name to use after the first mention. */
  readonly firstName: string;
  /** "Ostervale City Services" */
  readonly organisation: string;
}

/** A helper by the name that the server gives. */
export function helperOf(name: string, organisation: string): Helper {
  return { name, firstName: name.split(/\s/)[0] ?? name, organisation };
}

/** What the customer reads when the session is over. */
export interface EndSummary {
  readonly helper: Helper;
  readonly lastedSeconds: number;
  readonly sawSeconds: number;
  readonly controlledSeconds: number;
  /** Whether the program is installed, and so stays. */
  readonly isInstalled?: boolean;
}

/** So much of a name is shown. */
export const NAME_LETTERS = 48;
const PATH_LETTERS = 300;
const FIRST_NAME_LETTERS = 24;

/** "Let Ines see your screen?" */
export function viewConsent(helper: Helper, minutes: ConsentMinutes): ConsentQuestion {
  const { name, first, organisation } = shown(helper);
  return {
    who: name,
    organisation,
    question: `Let ${first} see your screen?`,
    lines: [`${name}, ${organisation}.`],
    rows: [
      { icon: 'eye', text: ['Everything that is on it, for ', { strong: minutesText(minutes) }] },
      { icon: 'no', text: 'Not your mouse, not your files, no recording' },
      {
        icon: 'pause',
        text: ['Close what is private first. Hold ', { strong: 'Esc' }, ' for two seconds to end everything.'],
      },
    ],
    warning: WARNING,
    noLabel: 'No',
    yesLabel: `Yes, for ${minutesText(minutes)}`,
  };
}

/** "Let Ines use your mouse and keyboard?"; `sees` when the screen is seen already. */
export function controlConsent(
  helper: Helper,
  minutes: ConsentMinutes,
  devices: ControlDevices,
  sees: boolean,
): ConsentQuestion {
  const { name, first, organisation } = shown(helper);
  const already = sees ? `${first} already sees your screen.` : `${first} then sees your screen, too.`;
  const hands = HANDS[devices];
  return {
    who: name,
    organisation,
    question: `Let ${first} use your ${hands.inSentence}?`,
    lines: [`${name}, ${organisation}.`, already],
    rows: [
      { icon: hands.icon, text: [`${hands.atStart}, for `, { strong: minutesText(minutes) }] },
      { icon: 'no', text: 'Not your files, not your passwords, no recording' },
      {
        icon: 'pause',
        text: [
          `Move your own mouse and ${first} stops at once. Hold `,
          { strong: 'Esc' },
          ' for two seconds to end everything.',
        ],
      },
    ],
    warning: WARNING,
    noLabel: 'No',
    yesLabel: `Yes, for ${minutesText(minutes)}`,
  };
}

/** "Let Ines use your files?" */
function toolConsent(helper: Helper, tool: ToolScope, minutes: ConsentMinutes): ConsentQuestion {
  const { name, first, organisation } = shown(helper);
  return {
    who: name,
    organisation,
    question: toolConsentWords[tool].question(first),
    lines: [`${name}, ${organisation}.`],
    rows: toolConsentRows(tool, minutesText(minutes)),
    warning: WARNING,
    noLabel: 'No',
    yesLabel: `Yes, for ${minutesText(minutes)}`,
  };
}

/** "Let Ines start Printer settings?" */
export function launchConsent(helper: Helper, launch: Launch): ConsentQuestion {
  const { name, first, organisation } = shown(helper);
  const what = isolated(cleanOutsideText(launch.name, NAME_LETTERS));
  const words = launch.what === 'program' ? launch.arguments : '';
  const line = isolated(cleanOutsideText([launch.path, words].filter((part) => part !== '').join(' '), PATH_LETTERS));
  const isFolder = launch.what === 'folder';
  return {
    who: name,
    organisation,
    question: isFolder ? `Let ${first} open the folder ${what}?` : `Let ${first} start ${what}?`,
    lines: [`${name}, ${organisation}.`],
    rows: [
      { icon: 'eye', text: [isFolder ? 'This folder is shown: ' : 'This program is started: ', { strong: line }] },
      { icon: 'no', text: 'Only this, and only now' },
    ],
    warning: WARNING,
    noLabel: 'No',
    yesLabel: isFolder ? 'Yes, open it' : 'Yes, start it',
  };
}

/** The question for what a representative asks; `sees` when the screen is seen already. */
export function questionFor(helper: Helper, asked: Question, sees: boolean): ConsentQuestion {
  if (asked.about === 'launch') return launchConsent(helper, asked.launch);
  const { ask } = asked;
  if (isToolScope(ask.scope)) return toolConsent(helper, ask.scope, ask.minutes);
  return ask.scope === 'view'
    ? viewConsent(helper, ask.minutes)
    : controlConsent(helper, ask.minutes, ask.devices, sees);
}

/** "RemoteHelp is connecting to Ostervale City Services…" */
export function connectingNotice(organisation: string): NoticeView {
  return {
    title: `RemoteHelp is connecting to ${isolated(cleanOutsideText(organisation, NAME_LETTERS))}…`,
    text: 'Nobody sees your screen yet. You are asked first.',
    buttons: [{ id: 'cancel', label: 'Cancel' }],
  };
}

/** Why the host cannot begin or go on. The customer reads what to do next. */
export type HostTrouble =
  'ticketRefused' | 'noTicket' | 'tooOld' | 'noServer' | 'untrustedServer' | 'wayland' | 'fault';

/** One trouble in plain words. */
export function troubleNotice(trouble: HostTrouble): NoticeView {
  return { ...TROUBLES[trouble], buttons: [{ id: 'close', label: 'Close' }], closesAfterSeconds: 120 };
}

/** A sentence that says by itself what is wrong with this desktop. */
export function sentenceNotice(sentence: string): NoticeView {
  return {
    title: 'RemoteHelp cannot work on this desktop',
    text: `${sentence} The chat goes on without it.`,
    buttons: [{ id: 'close', label: 'Close' }],
    closesAfterSeconds: 120,
  };
}

/** "No answer from https://help.example yet"; it is tried on. */
export function stillConnectingNotice(origin: string): NoticeView {
  return {
    title: `No answer from ${isolated(cleanOutsideText(origin, 80))} yet`,
    text: 'Check that this computer is online. It is tried again by itself. Nobody sees your screen.',
    buttons: [{ id: 'cancel', label: 'Cancel' }],
  };
}

const GOES = 'RemoteHelp now removes itself from this computer.';
const STAYS = 'RemoteHelp ends now, and stays installed for the next time.';

/** "The session has ended after 21 minutes. …" */
export function endNotice(summary: EndSummary): NoticeView {
  const { first } = shown(summary.helper);
  return {
    title: `The session has ended after ${lengthText(summary.lastedSeconds)}.`,
    text: `${whatHappened(first, summary)} Nothing was recorded. ${summary.isInstalled === true ? STAYS : GOES}`,
    buttons: [{ id: 'close', label: 'Close' }],
    closesAfterSeconds: 30,
  };
}

const HANDS = {
  both: { icon: 'pointer', inSentence: 'mouse and keyboard', atStart: 'Mouse and keyboard' },
  pointer: { icon: 'pointer', inSentence: 'mouse', atStart: 'Mouse, not the keyboard' },
  keyboard: { icon: 'keyboard', inSentence: 'keyboard', atStart: 'Keyboard, not the mouse' },
} as const satisfies Record<ControlDevices, object>;

const WARNING = 'Did a stranger call you and send you here? Then say no.';

const TROUBLES: Record<HostTrouble, Pick<NoticeView, 'title' | 'text'>> = {
  ticketRefused: {
    title: 'This download does not work any more',
    text: 'It is too old, was used, another one has taken its place, or its session is over. If the page still offers it, press “Download it again” there; otherwise ask for help again.',
  },
  noTicket: {
    title: 'This download has lost its name',
    text: 'RemoteHelp cannot tell which session it belongs to. Ask the person who helps you for a new download.',
  },
  tooOld: {
    title: 'This download is out of date',
    text: 'The server has a newer RemoteHelp. Ask the person who helps you for a new download.',
  },
  noServer: {
    title: 'No answer from the server',
    text: 'Check that this computer is online, then start RemoteHelp again.',
  },
  wayland: {
    title: 'RemoteHelp cannot show this desktop',
    text: 'It is a Wayland desktop. Sign out of this computer, choose the session named Xorg or X11 as you sign in, and start RemoteHelp again. The chat goes on without it.',
  },
  untrustedServer: {
    title: 'This is not the right server',
    text: 'What answers cannot prove that it is the server of this download. Nothing was sent. Tell the person who helps you.',
  },
  fault: {
    title: 'RemoteHelp has ended because of a fault',
    text: 'Nobody sees your screen. Start it again, or press “Download it again” on the page. The chat goes on.',
  },
};

/** With nobody looking there is nothing to stop but the session itself. */
function shown(helper: Helper): { name: string; first: string; organisation: string } {
  const name = isolated(cleanOutsideText(helper.name, NAME_LETTERS));
  const first = isolated(cleanOutsideText(helper.firstName, FIRST_NAME_LETTERS));
  const organisation = isolated(cleanOutsideText(helper.organisation, NAME_LETTERS));
  return { name, first: first === '' ? name : first, organisation };
}

function minutesText(minutes: number | null): string {
  if (minutes === null) return 'this session';
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

/** As on the customer's page, which stands beside it. */
function lengthText(seconds: number): string {
  return seconds < 60 ? 'less than a minute' : minutesText(Math.round(seconds / 60));
}

function whatHappened(first: string, { sawSeconds, controlledSeconds }: EndSummary): string {
  if (sawSeconds <= 0) return `${first} did not see your screen.`;
  if (controlledSeconds <= 0) return `${first} saw your screen for ${clock(sawSeconds)} and did not use the mouse.`;
  return `${first} saw your screen for ${clock(sawSeconds)} and used the mouse for ${clock(controlledSeconds)}.`;
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
