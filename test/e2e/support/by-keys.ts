/** Presses by the keyboard alone, and knows whether the focus was lost by it. */
import type { Page } from 'puppeteer-core';
import { pressableCalled } from './pressable.ts';

/**
 * Stops at the button, tab or link with this name and presses Enter (the space bar for what is switched or chosen), then
 * waits until the focus has a place. Rejects when it stays on the whole page: who cannot see would not know where they are.
 */
export async function pressByKeys(page: Page, name: string, withinMs = 15_000): Promise<void> {
  const element = await pressableCalled(page, name, withinMs);
  await page.waitForFunction(
    (button) => button.getAttribute('aria-disabled') !== 'true' && !button.hasAttribute('disabled'),
    { timeout: withinMs },
    element,
  );
  await element.focus();
  const isChoice = await element.evaluate((one) => one.matches('input, [role=switch], [role=radio]'));
  await page.keyboard.press(isChoice ? 'Space' : 'Enter');
  await element.dispose();
  await focusHasAPlace(page, `after “${name}”`);
}

/** Waits until something has the focus; rejects when nothing comes to have it. */
export async function focusHasAPlace(page: Page, when: string): Promise<void> {
  // What was pressed may go only when the server has answered, and takes the focus along: looked at for a while.
  let lostSince: number | undefined;
  for (const end = performance.now() + 600; performance.now() < end || lostSince !== undefined;) {
    const isLost = await page.evaluate(
      () => document.activeElement === null || document.activeElement === document.body,
    );
    if (!isLost) lostSince = undefined;
    else lostSince ??= performance.now();
    if (lostSince !== undefined && performance.now() - lostSince > 3000) throw new Error(`The focus is lost ${when}`);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
  }
}
