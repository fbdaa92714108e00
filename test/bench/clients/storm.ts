/** Everybody's connection breaks in the same moment, and everybody comes back as the programs do. */
import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';
import { growingDelays } from '../../../shared/link/reconnect-policy.ts';
import type { Crowd, Member } from './crowd.ts';

export const StormFigures = v.object({
  /** Of each client the milliseconds from the break until it knew where it stands. */
  backMs: v.array(v.number()),
  /** Attempts of all together. */
  tries: v.number(),
  /** In sessions before that found themselves in none, or another one. */
  lostSessions: v.number(),
});
export type StormFigures = v.InferOutput<typeof StormFigures>;

const Opened = v.object({ state: v.object({ at: v.string(), session: v.optional(v.object({ id: v.string() })) }) });

export async function storm({ members }: Crowd): Promise<StormFigures> {
  let tries = 0;
  let lostSessions = 0;
  const brokeAt = performance.now();
  for (const { link } of members) link.close();
  const comeBack = async (member: Member): Promise<number> => {
    // The programs' own policy: what it makes of thousands is what is measured.
    const policy = growingDelays();
    for (let attempt = 1; ; attempt += 1) {
      await wait(policy.delayMs(attempt));
      tries += 1;
      const link = await member.reopen().catch(() => undefined);
      if (link === undefined) continue;
      const backAfterMs = performance.now() - brokeAt;
      if (member.session !== null) {
        const { state } = v.parse(Opened, await link.call('page.open', {}));
        if (state.session?.id !== member.session) lostSessions += 1;
      }
      return backAfterMs;
    }
  };
  const backMs = await Promise.all(members.map(comeBack));
  return { backMs, tries, lostSessions };
}
