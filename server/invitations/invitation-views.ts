/** What customer and reps are shown of an invitation. Pure. */
import type { OwnInvitation, RepInvitation } from '../../shared/contract/invitation.ts';
import type { InvitationRecord } from './invitation-model.ts';

/** As its customer sees it. `secrets` are link ticket and code; none for one that is direct. */
export function ownInvitation(
  record: InvitationRecord,
  origin: string,
  secrets: { readonly ticket: string; readonly code: string } | undefined,
  asked: string,
): OwnInvitation {
  const { _id: id, kind, name, recipients, leftBy = null, createdAt, expiresAt } = record;
  const shown = kind === 'direct' ? undefined : secrets;
  return {
    id,
    kind,
    name,
    link: shown === undefined ? '' : `${origin}/help#${shown.ticket}`,
    code: shown?.code ?? '',
    recipients,
    asked,
    leftBy,
    createdAt,
    expiresAt,
  };
}

/** As a rep sees it. */
export function repInvitation(
  record: InvitationRecord,
  channelName: string,
  helper: string | undefined,
): RepInvitation {
  const { _id: id, kind, name, message, createdAt, state } = record;
  return { id, kind, name, message, channelName, createdAt, helper: state === 'helping' ? (helper ?? '') : null };
}
