/** Which sessions were before of the customer of one: by the browser, by the address that was typed, by the computer's name. */
import { mostPastSessions } from '../../shared/contract/past-session.ts';
import type { SameAs } from '../../shared/contract/past-session.ts';
import { sessionsLike } from '../sessions/session-model.ts';
import type { SessionModel, SessionRecord } from '../sessions/session-model.ts';
import { emailKey } from '../sessions/email-key.ts';

/** A session, and why it is taken for one of the same customer. */
export interface FoundPast {
  readonly record: SessionRecord;
  readonly sameAs: SameAs;
}

/** Each kind of likeness reads one index, one more than can be shown. */
export async function findPastSessions(
  model: SessionModel,
  record: SessionRecord,
): Promise<{ readonly found: FoundPast[]; readonly more: boolean }> {
  const { _id, browser, customer, projection } = record;
  const most = mostPastSessions + 1;
  const like = async (sameAs: SameAs, value = ''): Promise<FoundPast[]> => {
    if (value === '') return [];
    return (await sessionsLike(model, sameAs, value, { except: _id, limit: most })).map((past) => ({
      record: past,
      sameAs,
    }));
  };
  const alike = await Promise.all([
    like('browser', browser),
    like('email', emailKey(customer.email)),
    like('computer', projection.facts?.computer),
  ]);
  const all = merged(alike.flat());
  return { found: all.slice(0, mostPastSessions), more: all.length > mostPastSessions };
}

/** Each session once, for the best reason, the latest first. */
function merged(found: readonly FoundPast[]): FoundPast[] {
  const once = new Map<string, FoundPast>();
  for (const past of found) if (!once.has(past.record._id)) once.set(past.record._id, past);
  return [...once.values()].toSorted((one, other) => other.record.startedAt - one.record.startedAt);
}
