/** Listens whether the extension played anything, through the browser's own account of its audio graph. */
import type { CDPSession } from 'puppeteer-core';
import { EXTENSION_ID } from '../../../shared/contract/extension-id.ts';
import type { RepAtWork } from './rep.ts';

/** Sources of sound that the extension has started since it was loaded, as far as `listenToSound` was asked before. */
const heard = new WeakMap<RepAtWork, { notes: number; session: CDPSession }>();

/** From now on the notes that the extension plays are counted. */
export async function listenToSound(rep: RepAtWork): Promise<void> {
  const address = `chrome-extension://${EXTENSION_ID}/offscreen.html`;
  const target = await rep.browser.waitForTarget((candidate) => candidate.url().startsWith(address), {
    timeout: 15_000,
  });
  const session = await target.createCDPSession();
  const count = { notes: 0, session };
  session.on('WebAudio.audioNodeCreated', ({ node }) => {
    if (node.nodeType === 'Oscillator' || node.nodeType === 'AudioBufferSource') count.notes += 1;
  });
  await session.send('WebAudio.enable');
  heard.set(rep, count);
}

export function playedNotes(rep: RepAtWork): number {
  return heard.get(rep)?.notes ?? 0;
}
