import type { CustomerState } from '../../../shared/contract/customer-contract.ts';
import { ordinal } from '../../../shared/ui/format-time.ts';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { reservationTexts } from '../texts/customer-reservation.ts';
import { callTexts } from '../texts/customer-call.ts';
import { texts } from '../texts/customer.ts';
import { receiptPath } from '../../../shared/contract/receipt.ts';
import { receiptTexts } from '../texts/customer-receipt.ts';
import { extensionPaths } from '../../../shared/contract/extension-packages.ts';
import { installTexts } from '../texts/customer-install.ts';
import { inviteTexts } from '../texts/customer-invite.ts';
import { isCalled } from './call/is-called.ts';
import { firstName } from './first-name.ts';

/** What a title depends on. `unread` counts messages that came while the page was out of sight. */
export interface Shown {
  readonly state: CustomerState;
  /** Whether this browser has an open reservation. */
  readonly hasReservation?: boolean;
  readonly path: string;
  readonly organisation: string | undefined;
  readonly unread: number;
}

/** The words in the browser's tab: what is so now first, because tabs are narrow. */
export function pageTitle({ state, hasReservation = false, path, organisation, unread }: Shown): string {
  const words = [titleOf(state, path, hasReservation), safeName(organisation ?? '')]
    .filter((word) => word !== '')
    .join(' · ');
  return unread === 0 ? words : texts.unreadTitle(unread, words);
}

function titleOf(state: CustomerState, path: string, hasReservation: boolean): string {
  if (state.at === 'session' && state.session.state === 'waiting-code') {
    return texts.connect.knocking.title(firstName(state.session.owner.displayName));
  }
  if (state.at === 'session' && isCalled(state.session))
    return callTexts.title(firstName(state.session.call?.repName ?? state.session.owner.displayName));
  if (state.at === 'session') return texts.session.pageTitle(firstName(state.session.owner.displayName));
  if (path.startsWith('/needs')) return texts.needs;
  if (path === extensionPaths.page) return installTexts.title;
  if (path === receiptPath) return receiptTexts.title;
  if (path.startsWith('/connect')) return texts.connect.title;
  if (state.at === 'waiting') return texts.waiting.title(ordinal(state.place.position));
  if (path === '/help') return inviteTexts.help.titleUnknown;
  if (path === '/invite' && state.at === 'start') return inviteTexts.title;
  if (state.at === 'summary') return texts.summary.pageTitle;
  return hasReservation && !path.startsWith('/ask') ? reservationTexts.page.title : texts.request.title;
}
