/** Listens whether the extension played anything, through Chromium's own account of its audio graph. */
import type { Browser } from 'puppeteer-core';
import { EXTENSION_ID } from '../../../shared/contract/extension-id.ts';

/** From now on the notes that the extension plays are counted; the returned function gives how many there were. */
export async function listenInChromium(browser: Browser): Promise<() => Promise<number>> {
  const address = `chrome-extension://${EXTENSION_ID}/offscreen.html`;
  const target = await browser.waitForTarget((candidate) => candidate.url().startsWith(address), { timeout: 15_000 });
  const session = await target.createCDPSession();
  let notes = 0;
  session.on('WebAudio.audioNodeCreated', ({ node }) => {
    if (node.nodeType === 'Oscillator' || node.nodeType === 'AudioBufferSource') notes += 1;
  });
  await session.send('WebAudio.enable');
  return () => Promise.resolve(notes);
}
