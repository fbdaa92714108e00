import type { AccountDirectory } from '../edge/feature-seam.ts';
import { repsIn } from '../sessions/reps-in.ts';
import type { SessionRecord } from '../sessions/session-model.ts';

/** How often sign-ins of the reps in a session were ended, all together: another number tells a host to look anew who looks on. */
export async function revocationsIn(
  record: SessionRecord,
  accounts: Pick<AccountDirectory, 'revocations'>,
): Promise<number> {
  const counts = await Promise.all(repsIn(record).map((account) => accounts.revocations(account)));
  return counts.reduce((sum, count) => sum + count, 0);
}
