/** A customer who closed the page and does not come back: the session ends by itself, so that nobody waits for it. */
import * as v from 'valibot';
import { SessionId } from '../../shared/contract/identifiers.ts';
import type { Clock } from '../config/clock.ts';
import { unreadableIds } from '../documents/damage.ts';
import type { Deadlines } from '../deadlines/deadlines.ts';
import type { BrowserId, Links } from '../edge/links.ts';
import { systemAuthor } from './authors.ts';
import { isRestarting } from './project-session.ts';
import type { SessionModel } from './session-model.ts';
import type { Sessions } from './session-service.ts';
import { createSessionsOfBrowser } from './sessions-of-browser.ts';
import { sideBySide } from './side-by-side.ts';

/** How long a session lives without the customer's page and without a host. */
export const customerGoneMs = 5 * 60_000;

export interface SessionAbsence {
  pageOpened(browser: BrowserId): Promise<void>;
  pageClosed(browser: BrowserId): Promise<void>;
  /** Makes up for pages whose going could not be written down at the time. */
  compareLinks(): Promise<void>;
  /** After a start: pages get time to come back. */
  recover(): Promise<void>;
}

export interface AbsenceNeeds {
  readonly sessions: Sessions;
  readonly model: SessionModel;
  readonly links: Pick<Links, 'browserConnected' | 'hostConnected'>;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
}

export function createSessionAbsence({ sessions, model, links, deadlines, clock }: AbsenceNeeds): SessionAbsence {
  const ofBrowser = createSessionsOfBrowser(model);
  const liveOf = async (browser: BrowserId) => (await ofBrowser.live(browser))?._id;
  const wait = (session: SessionId) => deadlines.set('session-abandoned', session, clock.now() + customerGoneMs);

  deadlines.on('session-abandoned', async (subject) => {
    const session = v.parse(SessionId, subject);
    const record = await sessions.load(session);
    if (record?.browser === undefined || record.state !== 'live' || links.browserConnected(record.browser)) return;
    // Somebody who has the host runs it without the page, and a computer that restarts has neither: that is no absence.
    if (links.hostConnected(session) || isRestarting(record.projection, clock.now())) await wait(session);
    else await sessions.end(record, systemAuthor, 'lost');
  });

  async function waitForPages(set: Deadlines['set']) {
    await sideBySide(await model.find({ state: 'live' }).lean(), async ({ _id, browser }) => {
      if (browser === undefined || links.browserConnected(browser)) return;
      await set('session-abandoned', _id, clock.now() + customerGoneMs);
    });
  }

  return {
    async pageOpened(browser) {
      const session = await liveOf(browser);
      if (session === undefined) return;
      await deadlines.cancel('session-abandoned', session);
      await sessions.showHead(session);
    },
    async pageClosed(browser) {
      const session = await liveOf(browser);
      if (session === undefined) return;
      await wait(session);
      await sessions.showHead(session);
    },
    compareLinks: () => waitForPages(deadlines.ensure),
    async recover() {
      // A live session that cannot be read can be neither shown nor ended, and would keep its customer from coming again.
      const live = await model.find({ state: 'live' }).select('_id').lean();
      const damaged = unreadableIds(live, await model.find({ state: 'live' }).lean());
      await model.updateMany({ _id: { $in: damaged } }, { $set: { state: 'ended', finished: true } });
      await waitForPages(deadlines.set);
    },
  };
}
