import type { CustomerState } from '../../../shared/contract/customer-contract.ts';
import { ordinal } from '../../../shared/ui/format-time.ts';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { texts } from '../texts/customer-en.ts';
import { inviteTexts } from '../texts/customer-invite-en.ts';
import { firstName } from './first-name.ts';

/** What a title depends on. `unread` counts messages that came while the page was out of sight. */
export interface Shown {
  readonly state: CustomerState;
  readonly path: string;
  readonly organisation: string | undefined;
  readonly unread: number;
}

/** The words in the browser's tab: what is so now first, because tabs are narrow. */
export function pageTitle({ state, path, organisation, unread }: Shown): string {
  const words = [titleOf(state, path), safeName(organisation ?? '')].filter((word) => word !== '').join(' · ');
  return unread === 0 ? words : texts.unreadTitle(unread, words);
}

function titleOf(state: CustomerState, path: string): string {
  if (state.at === 'session') return texts.session.pageTitle(firstName(state.session.owner.displayName));
  if (path.startsWith('/needs')) return texts.needs;
  if (state.at === 'waiting') return texts.waiting.title(ordinal(state.place.position));
  if (path.startsWith('/connect')) return texts.connect.title;
  if (path === '/help') return inviteTexts.help.titleUnknown;
  if (path === '/invite' && state.at === 'start') return inviteTexts.title;
  return state.at === 'summary' ? texts.summary.pageTitle : texts.request.title;
}
