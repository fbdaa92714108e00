/** Connection codes: six digits for typing, one use, ten minutes. */
import { randomInt } from 'node:crypto';
import * as v from 'valibot';
import { AppError } from '../../shared/contract/errors.ts';
import { SessionId } from '../../shared/contract/identifiers.ts';
import type { LiveCode } from '../../shared/contract/session.ts';
import type { Clock } from '../config/clock.ts';
import type { Deadlines } from '../deadlines/deadlines.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import type { CodeModel } from './code-model.ts';
import type { CodeVault } from './code-vault.ts';
import type { GuessBudget } from './guess-budget.ts';

export const codeLifeMs = 10 * 60_000;
/** With a thousand codes out, this many in a row are taken once in 10^60 times. */
const mostTries = 20;

export interface Codes {
  /** A new code for a session; an older one of it dies. */
  issue(session: SessionId): Promise<v.InferOutput<typeof LiveCode>>;
  /** The session's code while it lives. */
  liveCode(session: SessionId): Promise<v.InferOutput<typeof LiveCode> | null>;
  /**
   * Uses a code up: it gives its session to exactly one caller.
   * @throws AppError `code-refused`, the same for wrong, old and used ones; `too-many-tries`
   */
  redeem(code: string, address: string): Promise<SessionId>;
  revoke(session: SessionId): Promise<void>;
}

export interface CodeNeeds {
  readonly model: CodeModel;
  readonly vault: CodeVault;
  readonly budget: GuessBudget;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
  /** A session's code has died: whoever shows it must hear. */
  readonly onExpired: (session: SessionId) => Promise<void>;
}

export function createCodes({ model, vault, budget, deadlines, clock, onExpired }: CodeNeeds): Codes {
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
    const dead = await model.deleteMany({ session, expiresAt: { $lte: clock.now() } });
    if (dead.deletedCount > 0) await onExpired(session);
  });

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
      const live = await model.findOne({ session, expiresAt: { $gt: clock.now() } }).lean();
      const code = live === null ? undefined : vault.open(live.sealed);
      return live === null || code === undefined ? null : { code, expiresAt: live.expiresAt };
    },
    async redeem(code, address) {
      const tried = budget.take(address);
      // One operation for right and wrong alike: who measures the time learns nothing.
      const used = await model.findOneAndDelete({ _id: vault.idOf(code), expiresAt: { $gt: clock.now() } }).lean();
      if (used === null) throw new AppError('code-refused');
      tried.giveBack();
      return used.session;
    },
    async revoke(session) {
      await model.deleteMany({ session });
      await deadlines.cancel('code-expired', session);
    },
  };
}
