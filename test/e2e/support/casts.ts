/** Who plays the story in which browsers; the story is the same in each. */
import { startBrowser, type BrowserOptions, type TestBrowser } from './browser.ts';
import { startFirefox } from './firefox.ts';
import { startRepInFirefox } from './rep-in-firefox.ts';
import { startRep, type RepAtWork } from './rep.ts';

export interface Cast {
  readonly title: string;
  readonly repAtWork: () => Promise<RepAtWork>;
  readonly startOfCustomer: (options: BrowserOptions) => Promise<TestBrowser>;
  /** What is special about the extension's background there, as the title of a test goes on. */
  readonly background: string;
}

export const casts: readonly Cast[] = [
  {
    title: 'A rep helps a customer',
    repAtWork: startRep,
    startOfCustomer: startBrowser,
    background: 'though the worker was stopped',
  },
  {
    title: 'A rep helps a customer, both in Firefox',
    repAtWork: startRepInFirefox,
    startOfCustomer: startFirefox,
    background: 'from a background that is never stopped',
  },
];
