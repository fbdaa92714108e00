/** What team leads ask about the groups that they lead; administrators ask it about everybody. */
import * as v from 'valibot';
import { Nothing, operation } from './contract.ts';
import { AccountId, ClientEntryId, RequestId, SessionId } from './identifiers.ts';
import { Brief } from './member.ts';
import { TransferTo } from './member-operations.ts';
import { Priority } from './queue-settings.ts';
import { SessionHead } from './session.ts';
import { LogEntry } from './session-log.ts';
import { Assignment, Team } from './team.ts';
import { ChatText } from './text.ts';

export const repTeamOperations = {
  /** The team now. For the next two minutes each change of it comes as `team.changed`; whoever looks on asks again. */
  'team.look': operation(Nothing, v.strictObject({ team: Team })),
  /** The lead takes a waiting customer, in a channel of the team, whether they answer in it or not. */
  'team.take': operation(v.strictObject({ request: RequestId }), v.strictObject({ session: SessionHead })),
  /** Puts a waiting customer before one rep alone, for as long as the channel gives. Whatever stood of it before gives way. */
  'team.assign': operation(
    v.strictObject({ request: RequestId, to: AccountId }),
    v.strictObject({ assignment: Assignment }),
  ),
  'team.prioritise': operation(v.strictObject({ request: RequestId, priority: Priority }), Nothing),
  /** The lead comes into a session of a rep whom they look after. The customer is told. */
  'team.join': operation(v.strictObject({ session: SessionId }), v.strictObject({ session: SessionHead })),
  /** The lead goes on with it at once, and is its owner; the rep is out. */
  'team.takeOver': operation(v.strictObject({ session: SessionId }), v.strictObject({ session: SessionHead })),
  /** What a brief is made from: how the session stands, what the customer wanted, and what was done. The rest of the chat is not given. */
  'team.brief': operation(
    v.strictObject({ session: SessionId }),
    v.strictObject({ session: SessionHead, entries: v.array(LogEntry) }),
  ),
  /** Asks another rep, or a channel, to go on with it. Until somebody does, its rep stays in charge. */
  'team.transfer': operation(v.strictObject({ session: SessionId, to: TransferTo, brief: Brief }), Nothing),
  /** A word that only the reps in the session read. */
  'team.whisper': operation(
    v.strictObject({ session: SessionId, clientId: ClientEntryId, text: ChatText }),
    v.strictObject({ entry: LogEntry }),
  ),
};

export const teamChanged = v.strictObject({ type: v.literal('team.changed'), team: Team });

/** What came of an assignment, to the lead who made it. */
export const assignmentEnded = v.strictObject({ type: v.literal('team.assignmentEnded'), assignment: Assignment });
