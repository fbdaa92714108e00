import browser from 'webextension-polyfill';
import type { ToolScope } from '../../shared/contract/consent.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { ownUrl } from './own-pages.ts';

/**
 * Opens the viewer of a session in a window of its own, or brings the open one to the front; with a tool, that one stands
 * first. An address that differs after the # loads nothing anew, and the open window hears of it.
 */
export async function openViewerWindow(session: SessionId, tool?: ToolScope): Promise<void> {
  const page = ownUrl(`/viewer.html?session=${session}`);
  const url = tool === undefined ? page : `${page}#${tool}`;
  const [open] = await browser.tabs.query({ url: page });
  if (open?.id !== undefined && tool !== undefined) await browser.tabs.update(open.id, { url });
  if (open?.windowId === undefined) {
    await browser.windows.create({ url, type: 'popup', width: 1280, height: 840 });
    return;
  }
  await browser.windows.update(open.windowId, { focused: true });
}

/** Switches the window around this page between full screen and normal. */
export async function setFullScreen(full: boolean): Promise<void> {
  const own = await browser.windows.getCurrent();
  if (own.id !== undefined) await browser.windows.update(own.id, { state: full ? 'fullscreen' : 'normal' });
}

/** Tells whenever the window around this page becomes, or is no longer, full screen, whoever made it so. */
export function onFullScreen(listener: (isFull: boolean) => void): void {
  window.addEventListener('resize', () => {
    void browser.windows.getCurrent().then((own) => listener(own.state === 'fullscreen'));
  });
}
