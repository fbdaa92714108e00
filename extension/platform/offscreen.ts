/** Chrome only: the hidden document that outlives the worker, and holds the link and the sounds. */

const OFFSCREEN_PAGE = '/offscreen.html';
let making: Promise<void> | undefined;

/** Makes the document if it is not there. Calls at the same time share one making; Chrome allows one document. */
export async function ensureOffscreen(): Promise<void> {
  making ??= make().finally(() => {
    making = undefined;
  });
  await making;
}

/** Whether a message comes from that document. */
export function isOffscreen(page: string): boolean {
  return page === OFFSCREEN_PAGE;
}

async function make(): Promise<void> {
  const documents = await chrome.runtime.getContexts({
    contextTypes: [chrome.runtime.ContextType.OFFSCREEN_DOCUMENT],
  });
  if (documents.length > 0) return;
  await chrome.offscreen.createDocument({
    url: OFFSCREEN_PAGE,
    reasons: [chrome.offscreen.Reason.WEB_RTC, chrome.offscreen.Reason.AUDIO_PLAYBACK],
    justification: 'Keeps the connection to the help desk’s server, and plays the sound of a new request.',
  });
}
