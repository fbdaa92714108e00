/** Where the panel shows: Chrome's side panel, Firefox's sidebar, or a window when the browser allows neither. */
import browser from 'webextension-polyfill';
import { ownUrl } from './own-pages.ts';

const PANEL_PAGE = '/sidepanel.html';

/** A click on the toolbar icon opens the panel, and shuts it when it is open. */
export async function openPanelByIcon(): Promise<void> {
  if (import.meta.env.FIREFOX) browser.browserAction.onClicked.addListener(() => void browser.sidebarAction.toggle());
  else await chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
}

/** Opens the panel in the window that was used last. Call it in the turn of a click. */
export async function openPanel(): Promise<void> {
  try {
    if (import.meta.env.FIREFOX) await browser.sidebarAction.open();
    else await openInLastWindow();
  } catch {
    // No click that counts (Firefox gives none for a notification), or no ordinary window.
    await showElsewhere();
  }
}

/* The sidebar or window that has the panel already comes to the front; else the panel gets a window of its own. */
async function showElsewhere(): Promise<void> {
  const url = ownUrl(PANEL_PAGE);
  const open = (import.meta.env.FIREFOX ? await windowWithSidebar() : undefined) ?? (await windowWithPage(url));
  if (open === undefined) await browser.windows.create({ url, type: 'popup', width: 420, height: 880 });
  else await browser.windows.update(open, { focused: true });
}

async function windowWithSidebar(): Promise<number | undefined> {
  for (const { id } of await browser.windows.getAll({ windowTypes: ['normal'] })) {
    if (id !== undefined && (await browser.sidebarAction.isOpen({ windowId: id }))) return id;
  }
  return undefined;
}

async function windowWithPage(url: string): Promise<number | undefined> {
  return (await browser.tabs.query({ url }))[0]?.windowId;
}

/* Chrome lets a panel open only in the very turn of the click: asking for a window's id first would be too late. */
async function openInLastWindow(): Promise<void> {
  await chrome.sidePanel.open({ windowId: chrome.windows.WINDOW_ID_CURRENT });
  await chrome.windows.update(chrome.windows.WINDOW_ID_CURRENT, { focused: true });
}
