import type { SessionId } from '../../shared/contract/identifiers.ts';
import { authorOf } from '../sessions/authors.ts';
import { always } from '../sessions/entry-rules.ts';
import type { Sessions } from '../sessions/session-service.ts';

/** Writes into the session's log that the customer has the program. Nothing for a session that is over. */
export function noteFetched(sessions: Pick<Sessions, 'load' | 'append'>) {
  return async (session: SessionId): Promise<void> => {
    const record = await sessions.load(session);
    if (record?.state !== 'live') return;
    await sessions.append(record, authorOf(record, 'customer'), always({ kind: 'fetched' }));
  };
}
