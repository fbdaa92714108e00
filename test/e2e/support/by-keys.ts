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

/** Walks by the Tab key to what is called so: a button by its name, a field by how its label begins. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 200; steps += 1) {
    if (await isFocused(page, name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not come to “${name}”`);
}

/** Walks there by the Tab key, and presses Enter. */
export async function tabAndPress(page: Page, name: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

/** Walks there by the Tab key, and writes in place of what stands there. */
export async function tabAndWrite(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.type(text);
}

/** Opens a menu by the Tab key and takes one of its lines by the arrows. */
export async function takeFromMenu(page: Page, menu: string, line: string): Promise<void> {
  await tabAndPress(page, menu);
  await page.waitForFunction(() => document.activeElement?.matches('[role^=menuitem]'), { timeout: 15_000 });
  for (let steps = 0; !(await isFocused(page, line)); steps += 1) {
    if (steps === 30) throw new Error(`The arrows do not come to “${line}” in ${menu}`);
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

async function isFocused(page: Page, name: string): Promise<boolean> {
  return page.evaluate((words) => {
    const at = document.activeElement;
    if (at === null || at === document.body) return false;
    const isField =
      at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement;
    const label = at.getAttribute('aria-label');
    const names = isField ? [...(at.labels ?? [])].map((one) => one.innerText) : [(at as HTMLElement).innerText];
    const called = [...(label === null ? [] : [label]), ...names].map((one) => one.replaceAll(/\s+/g, ' ').trim());
    return called.some((one) => (isField ? one.startsWith(words) : one === words || one.startsWith(`${words},`)));
  }, name);
}

/** From now on every use of a mouse or finger on the page is counted; the returned function gives how many there were. */
export async function watchHands(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    document.documentElement.dataset['hands'] = '0';
    addEventListener(
      'pointerdown',
      () => {
        const { dataset } = document.documentElement;
        dataset['hands'] = String(Number(dataset['hands']) + 1);
      },
      true,
    );
  });
  return () => page.evaluate(() => Number(document.documentElement.dataset['hands']));
}
