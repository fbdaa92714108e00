/** Connection codes: six digits for typing, one use, ten minutes. */
import { randomInt } from 'node:crypto';
import * as v from 'valibot';
import { AppError } from '../../shared/contract/errors.ts';
import { SessionId } from '../../shared/contract/identifiers.ts';
import type { LiveCode } from '../../shared/contract/session.ts';
import type { Clock } from '../config/clock.ts';
import type { Deadlines } from '../deadlines/deadlines.ts';
import { anyOf } from '../documents/any-of.ts';
import { findTogether } from '../documents/find-together.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import type { BrowserId } from '../edge/links.ts';
import type { CodeModel, CodeRecord, Knock } from './code-model.ts';
import type { CodeVault } from './code-vault.ts';

export const codeLifeMs = 10 * 60_000;
/** Who has used a code waits so long for the rep's yes. */
export const knockLifeMs = 3 * 60_000;
/** With a thousand codes out, this many in a row are taken once in 10^60 times. */
const mostTries = 20;

export interface Codes {
  /** A new code for a session; an older one of it dies, and with it what waits for a yes. */
  issue(session: SessionId): Promise<v.InferOutput<typeof LiveCode>>;
  /** The session's code while it lives and nobody has used it. */
  liveCode(session: SessionId): Promise<v.InferOutput<typeof LiveCode> | null>;
  /**
   * Uses a code up: it gives its session to exactly one caller, who then waits at the door.
   * @throws AppError `code-refused`, the same for wrong, old and used ones
   */
  redeem(code: string, knock: Knock): Promise<SessionId>;
  /** Who waits for the rep's yes. */
  knockOf(session: SessionId): Promise<Knock | undefined>;
  /** The session at whose door this browser waits. */
  knockingOf(browser: BrowserId): Promise<{ readonly session: SessionId; readonly knock: Knock } | undefined>;
  /** Takes whoever waits away from the door, to exactly one caller. */
  takeKnock(by: { readonly session: SessionId } | { readonly browser: BrowserId }): Promise<TakenKnock | undefined>;
  revoke(session: SessionId): Promise<void>;
}

export interface TakenKnock {
  readonly session: SessionId;
  readonly knock: Knock;
}

export interface CodeNeeds {
  readonly model: CodeModel;
  readonly vault: CodeVault;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
  /** A session's code has died: whoever shows it must hear, and whoever waited for a yes. */
  readonly onExpired: (session: SessionId, knock: Knock | undefined) => Promise<void>;
}

export function createCodes({ model, vault, deadlines, clock, onExpired }: CodeNeeds): Codes {
  const isLive = () => ({ expiresAt: { $gt: clock.now() } });

  async function tryIssue(session: SessionId): Promise<v.InferOutput<typeof LiveCode> | undefined> {
    const code = randomInt(1_000_000).toString().padStart(6, '0');
    const _id = vault.idOf(code);
    const expiresAt = clock.now() + codeLifeMs;
    await model.deleteMany({ session });
    await model.deleteOne({ _id, expiresAt: { $lte: clock.now() } });
    try {
      await model.create([{ _id, session, sealed: vault.seal(code), expiresAt }]);
      return { code, expiresAt };
    } catch (error) {
      // Somebody else's live code, or another one for this session a moment ago: dice again.
      if (isDuplicateKey(error)) return undefined;
      throw error;
    }
  }

  deadlines.on('code-expired', async (subject) => {
    const session = v.parse(SessionId, subject);
    const dead = await model.findOneAndDelete({ session, expiresAt: { $lte: clock.now() } }).lean();
    if (dead !== null) await onExpired(session, dead.knock);
  });

  const knocksOfBrowsers = findTogether(
    (browsers: readonly BrowserId[]) =>
      model.find({ 'knock.browser': anyOf(browsers), ...isLive() }).lean<CodeRecord[]>(),
    ({ knock }) => knock?.browser,
  );

  const taken = (found: CodeRecord | null | undefined): TakenKnock | undefined =>
    found?.knock === undefined ? undefined : { session: found.session, knock: found.knock };

  return {
    async issue(session) {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const issued = await tryIssue(session);
        if (issued === undefined) continue;
        await deadlines.set('code-expired', session, issued.expiresAt);
        return issued;
      }
      throw new Error(`No free connection code after ${mostTries} tries.`);
    },
    async liveCode(session) {
      const live = await model.findOne({ session, knock: { $exists: false }, ...isLive() }).lean();
      const code = live === null ? undefined : vault.open(live.sealed);
      return live === null || code === undefined ? null : { code, expiresAt: live.expiresAt };
    },
    async redeem(code, knock) {
      const unused = { _id: vault.idOf(code), knock: { $exists: false }, ...isLive() };
      const expiresAt = clock.now() + knockLifeMs;
      // One operation for right and wrong alike: who measures the time learns nothing.
      const used = await model.findOneAndUpdate(unused, { $set: { knock, expiresAt } }).lean();
      if (used === null) throw new AppError('code-refused');
      await deadlines.set('code-expired', used.session, expiresAt);
      return used.session;
    },
    async knockOf(session) {
      return (await model.findOne({ session, knock: { $exists: true }, ...isLive() }).lean())?.knock;
    },
    async knockingOf(browser) {
      return taken((await knocksOfBrowsers(browser))[0]);
    },
    async takeKnock(by) {
      const at = 'session' in by ? { session: by.session, knock: { $exists: true } } : { 'knock.browser': by.browser };
      return taken(await model.findOneAndDelete({ ...at, ...isLive() }).lean());
    },
    async revoke(session) {
      await model.deleteMany({ session });
      await deadlines.cancel('code-expired', session);
    },
  };
}
