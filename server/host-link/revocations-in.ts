import type { AccountDirectory } from '../edge/feature-seam.ts';
import type { Rights } from '../rights/right-service.ts';
import { isOwnedBy, repsIn } from '../sessions/reps-in.ts';
import type { SessionRecord } from '../sessions/session-model.ts';

/** More than anybody's sign-ins are ever ended, so that the two parts of the number are never taken for each other. */
const oneDenied = 1_000_000;

export interface RevocationNeeds {
  readonly accounts: Pick<AccountDirectory, 'revocations' | 'find'>;
  readonly rights: Pick<Rights, 'of'>;
}

/**
 * How often sign-ins of the reps in a session were ended, all together, and how many guests may not look on (any more): another number tells a host to
 * look anew who looks on. What an owner may not see, the customer's consent is taken back for.
 */
export async function revocationsIn(record: SessionRecord, { accounts, rights }: RevocationNeeds): Promise<number> {
  const counts = repsIn(record).map(async (id) => {
    const ended = await accounts.revocations(id);
    const account = isOwnedBy(record, id) ? undefined : await accounts.find(id);
    if (account === undefined) return ended;
    const mayView = (await rights.of(account)).some(({ tool, allowed }) => tool === 'view' && allowed);
    return mayView ? ended : ended + oneDenied;
  });
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}
