/** Changes who is in a session, each time by one conditional write: whoever changes it too meanwhile is seen, and the rule is asked anew. */
import { AppError } from '../../shared/contract/errors.ts';
import type { AccountId, SessionId } from '../../shared/contract/identifiers.ts';
import type { Members } from './member-rules.ts';
import { membersOf } from './reps-in.ts';
import type { SessionModel, SessionRecord } from './session-model.ts';

/** Decides from who is in at this very moment. */
export type MemberRule = (members: Members, record: SessionRecord) => Members;

/** More tries than people could collide. */
const mostTries = 20;

/** What goes away with the change beside it: marks of an owner who is out of reach, or who left the session in line. */
export type Unmark = Partial<Record<'ownerMissingSince' | 'inLineSince' | 'ownerLeft', ''>>;

/**
 * The session as it is afterwards.
 * @throws AppError `not-found` without such a session, `session-ended` after its end, or what the rule throws
 */
export async function changeMembers(
  model: SessionModel,
  session: SessionId,
  rule: MemberRule,
  unmark: Unmark = {},
): Promise<SessionRecord> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const record: SessionRecord | null = await model.findOne({ _id: session }).lean();
    if (record === null) throw new AppError('not-found');
    if (record.state !== 'live') throw new AppError('session-ended');
    const { owner, guests, handsOf } = rule(membersOf(record), record);
    // The revision stands for all three: one that is missing has never been changed.
    const revision = record.membersRevision ?? { $exists: false };
    const asFound = { _id: session, state: 'live' as const, owner: record.owner, membersRevision: revision };
    const set = { owner, guests: [...guests], handsOf, membersRevision: (record.membersRevision ?? 0) + 1 };
    const changed = await model
      .findOneAndUpdate(
        asFound,
        { $set: set, ...(Object.keys(unmark).length === 0 ? {} : { $unset: unmark }) },
        { returnDocument: 'after' },
      )
      .lean();
    if (changed !== null) return changed;
  }
  throw new Error(`Who is in a session changed ${mostTries} times in a moment.`);
}

/** A filter for the sessions that are a rep's own, and were not left in line by them. */
export function ownSessions(owner: AccountId) {
  return { owner, ownerLeft: { $exists: false } };
}
