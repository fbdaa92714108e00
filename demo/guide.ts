import { relative } from 'node:path';
import type { DemoPeople, Person } from './demo-folder.ts';
import type { FoundBrowser } from './play/find-browser.ts';

export interface GuideParts {
  readonly origin: string;
  /** Folder of the unpacked extension. */
  readonly extension: string;
  readonly people: DemoPeople;
  readonly browser: FoundBrowser;
}

/** What a newcomer reads in the terminal: who is who, and what to try. */
export function guide({ origin, extension, people, browser }: GuideParts): string {
  const { rep, administrator } = people;
  const person = (title: string, { userId, password }: Person) => `  ${title.padEnd(28)}${userId.padEnd(8)}${password}`;
  return [
    '',
    'The demo of RemoteHelp is running: Ostervale City Services, with five weeks behind it.',
    '',
    person(`Representative ${rep.name}`, rep),
    person(`Administrator ${administrator.name}`, administrator),
    '',
    `  For customers     ${origin}/`,
    `  Web panel         ${origin}/admin`,
    '',
    ...(browser.isUsable ? withWindows : byHand(browser.why, extension, origin, rep)),
    ...whatToTry,
    '',
  ].join('\n');
}

const withWindows = ['The left window is Ana’s, with the extension signed in. The right one is a customer’s.', ''];

function byHand(why: string, extension: string, origin: string, { userId }: Person): string[] {
  return [
    `No windows are opened for you: ${why}. By hand:`,
    '  1. In Chrome, Chromium or Edge open chrome://extensions and switch on “Developer mode”.',
    `  2. “Load unpacked”: ./${relative(process.cwd(), extension)}`,
    `  3. Press its icon, and sign in at ${origin} as ${userId}.`,
    `  4. In another browser open ${origin}/ as the customer.`,
    '',
  ];
}

const whatToTry = [
  'Three people wait in line as soon as Ana is there. They chat, and they let nobody look at a screen. Try:',
  '  - as Ana: accept one of them under Requests, write, end the session; read old ones under History.',
  '  - as the customer: ask for help, accept it as Ana, and chat with yourself.',
  '  - on Linux with X11: ask for View as Ana, say yes as the customer, download and start the program.',
  '',
  'Ctrl+C ends everything. The next npm run demo goes on with the same data; npm run demo -- --fresh begins anew.',
];
