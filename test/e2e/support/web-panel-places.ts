/** Every page of the web panel, and what can be opened on it: the list that tests of all pages go through. */
import type { Page } from 'puppeteer-core';
import { paths } from '../../../server/web/admin/frame/paths.ts';
import type { AdminContract } from '../../../shared/contract/admin-contract.ts';
import type { Client } from '../../../shared/contract/contract.ts';
import { fill } from './browser.ts';
import { pressByKeys } from './by-keys.ts';

/** A page, and what else it shows once something was pressed. */
export interface WebPanelPlace {
  readonly path: string;
  /** What is opened on it, one after the other, each on the page as it was loaded: what is pressed, in order. */
  readonly opened?: readonly (readonly Step[])[];
}

/** The name of what is pressed, or what is written into the field of a name. */
export type Step = string | { readonly field: string; readonly text: string };

/** What can be opened, by the page's path. A page that has nothing to open needs no line. */
const opened: Readonly<Record<string, readonly (readonly Step[])[]>> = {
  [paths.customers]: [[{ field: 'Name, e-mail or phone number', text: 'Marta' }, 'Look']],
  [paths.groups]: [['New group']],
  [paths.incidents]: [['New incident']],
  [paths.scripts]: [['New script'], ['New script', 'Add a parameter']],
  [paths.shared]: [['New item'], ['New item', 'New favorite…'], ['New item', 'New canned reply…']],
};

const everything = {
  from: null,
  to: null,
  channel: null,
  group: null,
  rep: null,
  incident: null,
  state: null,
  text: '',
} as const;

/** All of them, with an account, a channel and a session of the organisation. */
export async function webPanelPlaces(admin: Client<AdminContract>): Promise<readonly WebPanelPlace[]> {
  const account = (await admin.call('accounts.list', {})).accounts.find(({ role }) => role === 'representative');
  const [channel] = (await admin.call('channels.list', {})).channels;
  const list = { filter: everything, newestFirst: true, after: null };
  const [session] = (await admin.call('sessions.list', list)).sessions;
  if (account === undefined || channel === undefined || session === undefined)
    throw new Error('An organisation is empty');
  const fixed = Object.values(paths).filter((path) => typeof path === 'string');
  return [
    ...fixed.map((path) => ({ path, opened: opened[path] ?? [] })),
    { path: paths.account(account.id), opened: [['Disable account…']] },
    { path: paths.channel(channel.id), opened: [['Remove channel…']] },
    { path: paths.channelHours(channel.id) },
    { path: paths.session(session.id) },
    { path: '/admin/no-such-page' },
  ];
}

/** Goes to a page of the panel, in which somebody is signed in, and waits until all that it asks for has come. */
export async function openPlace(page: Page, origin: string, path: string): Promise<void> {
  await page.goto(origin + path);
  // Its frame stands once it is known who is signed in; what still loads holds its place with a skeleton.
  await page.waitForFunction(
    () => document.querySelector('.rh-admin-title') !== null && document.querySelector('.rh-skeleton') === null,
    { timeout: 15_000 },
  );
}

/** Does one thing after the other. */
export async function takeSteps(page: Page, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    if (typeof step === 'string') await pressByKeys(page, step);
    else await fill(page, step.field, step.text);
  }
}
