/** What stands in the form of an invitation, and what is wrong with it. Pure. */
import * as v from 'valibot';
import { InvitationForm } from '../../../../shared/contract/invitation.ts';
import type { ChannelId } from '../../../../shared/contract/identifiers.ts';
import { inviteTexts } from '../../texts/customer-invite.ts';

export interface InviteDraft {
  readonly name: string;
  readonly message: string;
  /** As typed, with commas between. */
  readonly to: string;
  readonly desks: readonly ChannelId[];
}

export const emptyInvite: InviteDraft = { name: '', message: '', to: '', desks: [] };

export type InviteFaults = Partial<Record<'name' | 'to', string>>;

/** The form to send, or the words for each field that does not fit. */
export function checkInvite({
  to,
  desks,
  ...draft
}: InviteDraft):
  { readonly ok: true; readonly form: InvitationForm } | { readonly ok: false; readonly faults: InviteFaults } {
  const addresses = to.split(/[,;\s]+/).filter((address) => address !== '');
  const form = v.safeParse(InvitationForm, { ...draft, to: addresses, desks: [...desks] });
  if (form.success) return { ok: true, form: form.output };
  const wrong = new Set(form.issues.map((issue) => issue.path?.[0]?.key));
  return {
    ok: false,
    faults: {
      ...(wrong.has('name') ? { name: inviteTexts.missingName } : {}),
      ...(wrong.has('to') ? { to: inviteTexts.wrongTo } : {}),
    },
  };
}
