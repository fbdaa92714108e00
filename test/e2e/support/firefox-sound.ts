/** Listens to what the extension plays in Firefox, from inside its background page. */
import type { Page } from 'puppeteer-core';

/** The background page, with what is written down in it. */
type Background = typeof globalThis & { notesHeard?: number };

/**
 * From now on the notes that the extension plays are counted. The returned function gives how many there were; none where
 * the browser would hold them back, as it does for pages that nobody clicked. (That the context runs cannot be asked:
 * without a sound device Firefox never starts one.)
 */
export async function listenInFirefox(panel: Page): Promise<() => Promise<number>> {
  await panel.evaluate(() => {
    const { browser } = globalThis as unknown as { browser: { extension: { getBackgroundPage(): Background } } };
    const background = browser.extension.getBackgroundPage();
    background.notesHeard = 0;
    const tone = background.OscillatorNode.prototype;
    const { start } = background.AudioScheduledSourceNode.prototype;
    tone.start = function (this: OscillatorNode, when?: number) {
      background.notesHeard = (background.notesHeard ?? 0) + 1;
      start.call(this, when);
    };
  });
  return () =>
    panel.evaluate(() => {
      const { browser } = globalThis as unknown as { browser: { extension: { getBackgroundPage(): Background } } };
      const { notesHeard = 0, navigator } = browser.extension.getBackgroundPage();
      const { getAutoplayPolicy } = navigator as Navigator & { getAutoplayPolicy(type: 'audiocontext'): string };
      return getAutoplayPolicy.call(navigator, 'audiocontext') === 'allowed' ? notesHeard : 0;
    });
}
