/** Which sessions a customer's browser is in, or has not put away yet. */
import { anyOf } from '../documents/any-of.ts';
import { findTogether } from '../documents/find-together.ts';
import type { BrowserId } from '../edge/links.ts';
import type { SessionModel, SessionRecord } from './session-model.ts';

/** Looks up many browsers' sessions in one trip where many ask at once. */
export function createSessionsOfBrowser(model: SessionModel) {
  const live = findTogether(
    (browsers: readonly BrowserId[]) => model.find({ browser: anyOf(browsers), state: 'live' }).lean<SessionRecord[]>(),
    ({ browser }) => browser,
  );
  const notPutAway = findTogether(
    (browsers: readonly BrowserId[]) =>
      model
        .find({ browser: anyOf(browsers), state: 'ended', dismissed: false })
        .sort({ startedAt: -1 })
        .lean<SessionRecord[]>(),
    ({ browser }) => browser,
  );
  return {
    live: async (browser: BrowserId): Promise<SessionRecord | undefined> => (await live(browser))[0],
    /** The live one, else the latest whose summary is still shown. */
    current: async (browser: BrowserId): Promise<SessionRecord | undefined> =>
      (await live(browser))[0] ?? (await notPutAway(browser))[0],
  };
}
