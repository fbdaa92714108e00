import browser from 'webextension-polyfill';

/** Petrol, the accent of `shared/ui/tokens.css`: the browser draws the badge and knows no style sheet. */
const GROUND = '#0b5f78';

/** The count over the toolbar icon; over 99 it says 99+, 0 takes it away. */
export async function showBadge(count: number): Promise<void> {
  const action = import.meta.env.FIREFOX ? browser.browserAction : browser.action;
  await action.setBadgeBackgroundColor({ color: GROUND });
  await action.setBadgeText({ text: count === 0 ? '' : count > 99 ? '99+' : String(count) });
}
