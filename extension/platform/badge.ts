import browser from 'webextension-polyfill';
import type { Badge } from '../port/worker-contract.ts';

/** Accent, wait and danger of `shared/ui/tokens.css`, on which white can be read: the browser draws the badge and knows no style sheet. */
const grounds: Record<Badge['age'], string> = { fresh: '#0b5f78', late: '#815300', over: '#b3261e' };

/** The count over the toolbar icon; over 99 it says 99+, 0 takes it away. The title says in words what the colour means. */
export async function showBadge({ count, age, title }: Badge): Promise<void> {
  const action = import.meta.env.FIREFOX ? browser.browserAction : browser.action;
  await action.setBadgeBackgroundColor({ color: grounds[age] });
  await action.setBadgeText({ text: count === 0 ? '' : count > 99 ? '99+' : String(count) });
  await action.setTitle({ title });
}
