/** Connection links: a secret of 128 bits in the fragment of an address, for one admission. */
import * as v from 'valibot';
import { AppError } from '../../shared/contract/errors.ts';
import { SessionId, Ticket } from '../../shared/contract/identifiers.ts';
import type { WaitingDoor } from '../../shared/contract/session.ts';
import type { Clock } from '../config/clock.ts';
import type { Deadlines } from '../deadlines/deadlines.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import type { BrowserId } from '../edge/links.ts';
import { hashSecret, newTicket } from '../secrets/random.ts';
import type { CodeVault } from './code-vault.ts';
import type { LinkModel, LinkRecord } from './link-model.ts';

/** In so many browsers one link is remembered; it is meant for one person with a telephone and a computer or two. */
export const mostBrowsers = 5;

export interface ConnectionLinks {
  /** A new link for a session; an older one of it dies. */
  issue(session: SessionId): Promise<void>;
  /** The session's link while it lives. */
  live(session: SessionId): Promise<WaitingDoor['link']>;
  /** The session that the link leads to; from now on this browser counts as one to which it was offered. @throws AppError `link-refused` */
  open(token: Ticket, browser: BrowserId): Promise<SessionId>;
  /** The sessions whose links were opened in this browser, while those live. */
  offeredTo(browser: BrowserId): Promise<SessionId[]>;
  /** Where the session's link was opened. */
  browsersOf(session: SessionId): Promise<readonly BrowserId[]>;
  revoke(session: SessionId): Promise<void>;
}

export interface ConnectionLinkNeeds {
  readonly model: LinkModel;
  readonly vault: CodeVault;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
  readonly lifeMs: number;
  /** A session's link has died: whoever shows it must hear. */
  readonly onExpired: (session: SessionId, browsers: readonly BrowserId[]) => Promise<void>;
}

export function createConnectionLinks(needs: ConnectionLinkNeeds): ConnectionLinks {
  const { model, vault, deadlines, clock, lifeMs, onExpired } = needs;
  const isLive = () => ({ expiresAt: { $gt: clock.now() } });

  deadlines.on('link-expired', async (subject) => {
    const session = v.parse(SessionId, subject);
    const dead = await model.findOneAndDelete({ session, expiresAt: { $lte: clock.now() } }).lean();
    if (dead !== null) await onExpired(session, dead.browsers);
  });

  async function replace(fresh: LinkRecord): Promise<void> {
    await model.deleteMany({ session: fresh.session });
    try {
      await model.create([fresh]);
    } catch (error) {
      // Another one was made for this session in the same moment: it is as good.
      if (!isDuplicateKey(error)) throw error;
    }
  }

  return {
    async issue(session) {
      const token = newTicket();
      const expiresAt = clock.now() + lifeMs;
      await replace({ _id: hashSecret(token), session, sealed: vault.seal(token), expiresAt, browsers: [] });
      await deadlines.set('link-expired', session, expiresAt);
    },
    async live(session) {
      const found = await model.findOne({ session, ...isLive() }).lean();
      const token = v.safeParse(Ticket, found === null ? undefined : vault.open(found.sealed));
      return found === null || !token.success ? null : { token: token.output, expiresAt: found.expiresAt };
    },
    async open(token, browser) {
      const found = await model.findOne({ _id: hashSecret(token), ...isLive() }).lean();
      if (found === null) throw new AppError('link-refused');
      const hasRoom = { _id: found._id, [`browsers.${mostBrowsers - 1}`]: { $exists: false } };
      if (!found.browsers.includes(browser)) await model.updateOne(hasRoom, { $addToSet: { browsers: browser } });
      return found.session;
    },
    async offeredTo(browser) {
      return (await model.find({ browsers: browser, ...isLive() }).lean()).map(({ session }) => session);
    },
    async browsersOf(session) {
      return (await model.findOne({ session }).lean())?.browsers ?? [];
    },
    async revoke(session) {
      await model.deleteMany({ session });
      await deadlines.cancel('link-expired', session);
    },
  };
}
