/** A change of who is in a session that the log does not tell of yet: stored with the change itself, so that no crash in between loses a word. */
import * as v from 'valibot';
import { AccountId, ClientEntryId, MemberAskId } from '../../shared/contract/identifiers.ts';
import { GuestHands } from '../../shared/contract/member.ts';
import { Author, MemberBody } from '../../shared/contract/session-log.ts';
import { Moment } from '../../shared/contract/text.ts';

/** What a session keeps of who is in it. */
export const membersKept = {
  owner: AccountId,
  /** The owner is out of reach since this moment; missing while they are not, or are not missed yet. */
  ownerMissingSince: v.exactOptional(Moment),
  /** It stands in line for another rep since this moment. */
  inLineSince: v.exactOptional(Moment),
  /** Other reps in it; none when missing. */
  guests: v.exactOptional(v.fallback(v.array(v.object({ account: AccountId, hands: GuestHands })), [])),
  /** Who of the reps has mouse and keyboard; the owner when missing. */
  handsOf: v.exactOptional(AccountId),
  /** The owner has left it in line: it is nobody's until somebody takes it. */
  ownerLeft: v.exactOptional(v.boolean()),
} as const;

/** Who was in a session. */
export const MembersKept = v.object(membersKept);
export type MembersKept = v.InferOutput<typeof MembersKept>;

/** What the log owes. */
export const Unsaid = v.object({
  /** By which it is said once, however often it is tried. */
  clientId: ClientEntryId,
  by: Author,
  body: MemberBody,
  /** What was asked and accepted. */
  ask: v.exactOptional(MemberAskId),
  /** Before the change: where the session ends before it is said, it has never been. */
  was: MembersKept,
});
export type Unsaid = v.InferOutput<typeof Unsaid>;
