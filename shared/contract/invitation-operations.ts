/** What customers, reps and administrators do with invitations, and what they hear of them. */
import * as v from 'valibot';
import { Nothing, operation } from './contract.ts';
import { InvitationId } from './identifiers.ts';
import {
  HelpDesk,
  HelpDesks,
  InvitationCard,
  InvitationForm,
  InvitationSecret,
  InvitationTicket,
  OwnInvitation,
  RepInvitation,
} from './invitation.ts';
import { ProofOfWork } from './proof-of-work.ts';
import { SessionHead } from './session.ts';

const session = v.strictObject({ session: SessionHead });
const own = v.strictObject({ invitation: OwnInvitation });

export const customerInvitationOperations = {
  /** The one that this browser has open, and where a new one could be sent. */
  'invitations.mine': operation(
    Nothing,
    v.strictObject({
      invitation: v.nullable(OwnInvitation),
      desks: v.array(HelpDesk),
      /** Domains whose addresses can be mailed; empty when the server sends no mail for customers. */
      domains: v.array(v.string()),
    }),
  ),
  'invitations.make': operation(
    v.strictObject({ ...InvitationForm.entries, proof: v.exactOptional(ProofOfWork) }),
    own,
  ),
  /** Nobody can connect by it any more; a session that runs goes on. */
  'invitations.close': operation(Nothing, Nothing),
  /** What somebody sees who opened the link in a browser. */
  'invitations.look': operation(v.strictObject({ secret: InvitationTicket }), v.strictObject({ card: InvitationCard })),
};

export const customerInvitationEvents = [
  v.strictObject({ type: v.literal('invitations.changed'), invitation: v.nullable(OwnInvitation) }),
] as const;

export const repInvitationOperations = {
  /** Those sent to a help desk of the rep's channels, and those that ask this rep directly. */
  'invitations.list': operation(Nothing, v.strictObject({ invitations: v.array(RepInvitation) })),
  /** Connects by link or code. The first one helps; `already-taken` says who, to everybody else. */
  'invitations.open': operation(v.strictObject({ secret: InvitationSecret }), session),
  /** Connects by one of the list. */
  'invitations.take': operation(v.strictObject({ invitation: InvitationId }), session),
  /** Says to a customer who asked directly that this rep cannot help now. */
  'invitations.pass': operation(v.strictObject({ invitation: InvitationId }), Nothing),
};

export const repInvitationEvents = [
  v.strictObject({ type: v.literal('invitations.changed'), invitation: RepInvitation }),
  v.strictObject({ type: v.literal('invitations.gone'), invitation: InvitationId }),
] as const;

export const adminInvitationOperations = {
  'helpDesks.get': operation(Nothing, v.strictObject({ helpDesks: HelpDesks })),
  'helpDesks.update': operation(HelpDesks, v.strictObject({ helpDesks: HelpDesks })),
};
