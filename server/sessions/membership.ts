/**
 * Changes who is in a session, each time by one conditional write: whoever changes it too meanwhile is seen, and the rule is asked anew.
 * The same write holds what the log is to tell of it.
 */
import * as v from 'valibot';
import { AppError } from '../../shared/contract/errors.ts';
import type { AccountId, SessionId } from '../../shared/contract/identifiers.ts';
import type { Members } from './member-rules.ts';
import { membersOf } from './reps-in.ts';
import type { SessionModel, SessionRecord } from './session-model.ts';
import { MembersKept, membersKept } from './unsaid.ts';
import type { Unsaid } from './unsaid.ts';

/** Decides from who is in at this very moment. */
export type MemberRule = (members: Members, record: SessionRecord) => Members;

/** More tries than people could collide. */
const mostTries = 20;

/** Marks of an owner who is out of reach, or who left the session in line; `null` takes one away. */
export type Marks = {
  readonly [Mark in 'ownerMissingSince' | 'inLineSince' | 'ownerLeft']?: MembersKept[Mark] | null;
};

/** What is written at once. */
export interface MemberChange {
  readonly rule: MemberRule;
  readonly unsaid: Omit<Unsaid, 'was'>;
  readonly marks: Marks;
}

/** The session after a change, which owes an entry until it is said. */
export type Changed = SessionRecord & { readonly unsaid: Unsaid };

/**
 * The session as it is afterwards. `say` is called where one before this has not been said yet.
 * @throws AppError `not-found` without such a session, `session-ended` after its end, or what the rule throws
 */
export async function changeMembers(
  model: SessionModel,
  session: SessionId,
  { rule, unsaid, marks }: MemberChange,
  say: (changed: Changed) => Promise<unknown>,
): Promise<Changed> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const record: SessionRecord | null = await model.findOne({ _id: session }).lean();
    if (record === null) throw new AppError('not-found');
    if (record.state !== 'live') throw new AppError('session-ended');
    if (owes(record)) {
      await say(record);
      continue;
    }
    const { owner, guests, handsOf } = rule(membersOf(record), record);
    // The revision stands for all three: one that is missing has never been changed.
    const revision = record.membersRevision ?? { $exists: false };
    const asFound = { _id: session, state: 'live' as const, owner: record.owner, membersRevision: revision };
    const owed: Unsaid = { ...unsaid, was: v.parse(MembersKept, record) };
    const set = { owner, guests: [...guests], handsOf, membersRevision: (record.membersRevision ?? 0) + 1 };
    const [given, gone] = partMarks(marks);
    const changed = await model
      .findOneAndUpdate(
        { ...asFound, 'unsaid.clientId': { $exists: false } },
        { $set: { ...set, ...given, unsaid: owed }, ...(Object.keys(gone).length === 0 ? {} : { $unset: gone }) },
        { returnDocument: 'after' },
      )
      .lean();
    if (changed !== null) return { ...changed, unsaid: owed };
  }
  throw new Error(`Who is in a session changed ${mostTries} times in a moment.`);
}

/** Whether the log does not tell yet of the latest change. */
export function owes(record: SessionRecord): record is Changed {
  return record.unsaid !== undefined;
}

/** The entry of this change is in the log. */
export async function haveSaid(model: SessionModel, { _id, unsaid }: Changed): Promise<void> {
  await model.updateOne({ _id, 'unsaid.clientId': unsaid.clientId }, { $unset: { unsaid: '' } });
}

/** The session ended before this change could be told: then it has never been. */
export async function undoChange(model: SessionModel, { _id, unsaid: { clientId, was } }: Changed): Promise<void> {
  const absent = Object.keys(membersKept).filter((field) => !(field in was));
  const gone = Object.fromEntries(['unsaid', ...absent].map((field) => [field, '']));
  await model.updateOne({ _id, 'unsaid.clientId': clientId }, { $set: was, $unset: gone });
}

function partMarks(marks: Marks): [given: object, gone: Record<string, ''>] {
  const all = Object.entries(marks);
  return [
    Object.fromEntries(all.filter(([, mark]) => mark !== null)),
    Object.fromEntries(all.flatMap(([name, mark]) => (mark === null ? [[name, '' as const]] : []))),
  ];
}

/** A filter for the sessions of whose latest change the log does not tell yet. */
export const owingSessions = { 'unsaid.clientId': { $exists: true } };

/** A filter for the sessions that are a rep's own, and were not left in line by them. */
export function ownSessions(owner: AccountId) {
  return { owner, ownerLeft: { $exists: false } };
}
