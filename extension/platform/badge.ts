import browser from 'webextension-polyfill';

const colours = { normal: '#0b5f78', late: '#815300' } as const;

/** The count over the toolbar icon; over 99 it says 99+, 0 takes it away. */
export async function showBadge({ count, late }: { count: number; late: boolean }): Promise<void> {
  const action = import.meta.env.FIREFOX ? browser.browserAction : browser.action;
  await action.setBadgeBackgroundColor({ color: late ? colours.late : colours.normal });
  await action.setBadgeText({ text: count === 0 ? '' : count > 99 ? '99+' : String(count) });
}
