import * as v from 'valibot';
import { InvitationTicket } from '../../../../shared/contract/invitation.ts';
import type { Ticket } from '../../../../shared/contract/identifiers.ts';

/**
 * The secret of an invitation's link, which stands behind its #. It leaves the address at once, so that neither history
 * nor a screen that is shown keeps it. `undefined` for a page that was opened without one.
 */
export function takeTicket(): Ticket | undefined {
  if (location.pathname !== '/help') return undefined;
  const { success, output } = v.safeParse(InvitationTicket, location.hash.slice(1));
  if (!success) return undefined;
  history.replaceState(null, '', '/help');
  return output;
}
