import type { Account } from '../../shared/contract/account.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { SeenBy } from '../groups/seen-reps.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import type { Sessions } from '../sessions/session-service.ts';

/** A session as somebody in the web panel may see it. @throws AppError `not-found` for what they may not */
export type SeenSession = (id: SessionId, account: Account) => Promise<SessionRecord>;

export function createSeenSession({
  sessions,
  seenBy,
}: {
  readonly sessions: Pick<Sessions, 'load'>;
  readonly seenBy: SeenBy;
}): SeenSession {
  return async (id, account) => {
    const [record, reps] = await Promise.all([sessions.load(id), seenBy(account)]);
    if (record === undefined || (reps !== undefined && !reps.includes(record.owner))) throw new AppError('not-found');
    return record;
  };
}
