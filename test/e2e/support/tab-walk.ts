/** Goes through a page by the Tab key alone, as who has no mouse does. */
import type { Page } from 'puppeteer-core';

/** What is reached by one stop of the Tab key and arrows from there, or by the field that it belongs to. */
const controls =
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"], [role=tab], [role=menuitem], [contenteditable=true]';

/**
 * Controls that can be seen and pressed but that the Tab key does not come to, and stops at which nothing shows where one
 * is. In an open dialog only what is in it counts.
 */
export async function strandedControls(page: Page): Promise<string[]> {
  const expected = await page.evaluate((selector) => {
    const dialogs = document.querySelectorAll('dialog[open]');
    const within = dialogs[dialogs.length - 1] ?? document.body;
    let count = 0;
    const groups = new Set<string>();
    for (const element of within.querySelectorAll<HTMLElement>(selector)) {
      element.removeAttribute('data-walk');
      if (element.matches(':disabled') || element.closest('[inert]') !== null) continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      // One of each choice is a stop; arrows lead from it to the others.
      const choice = element.closest('[role=tablist], [role=radiogroup], [role=menu], [role=listbox], [role=tree]');
      const group =
        element instanceof HTMLInputElement && element.type === 'radio' ? `radio ${element.name}` : (choice?.id ?? '');
      if (element.tabIndex < 0 && choice !== null) continue;
      if (group.startsWith('radio') && groups.has(group)) continue;
      groups.add(group);
      element.setAttribute('data-walk', group.startsWith('radio') ? group : String((count += 1)));
    }
    // The walk begins before everything.
    (document.activeElement as HTMLElement | null)?.blur();
    return within.querySelectorAll('[data-walk]').length;
  }, controls);

  const problems = new Set<string>();
  let reached = 0;
  for (let steps = 0; reached < expected && steps < expected * 3 + 20; steps += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      if (element === null || element === document.body) return { left: -1, unseen: '' };
      const radio = element instanceof HTMLInputElement && element.type === 'radio' ? `radio ${element.name}` : '';
      const marked = radio === '' ? element : document.querySelector(`[data-walk="${CSS.escape(radio)}"]`);
      marked?.removeAttribute('data-walk');
      // Shown at itself, or at what is drawn in its place: the box of a field, the face of a switch.
      const near = [element, element.parentElement, element.closest('label'), element.nextElementSibling];
      // The browser itself shows which part of a date is written.
      let isShown = element.matches('input[type=date], input[type=time]');
      for (const box of near) {
        for (const part of [null, '::after']) {
          if (box === null) continue;
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(box, part);
          isShown ||= (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
        }
      }
      const path = `${element.tagName.toLowerCase()}.${element.classList.value.replaceAll(' ', '.')}`;
      const unseen = isShown
        ? ''
        : `${path} “${(element.getAttribute('aria-label') ?? element.innerText).slice(0, 40)}”`;
      return { left: document.querySelectorAll('[data-walk]').length, unseen };
    });
    if (stop.unseen !== '') problems.add(`nothing shows the focus at ${stop.unseen}`);
    if (stop.left >= 0) reached = expected - stop.left;
  }
  const missed = await page.$$eval('[data-walk]', (all) =>
    all.map((element) => {
      element.removeAttribute('data-walk');
      const words = element.getAttribute('aria-label') ?? (element as HTMLElement).innerText;
      return `${element.tagName.toLowerCase()}.${element.classList.value.replaceAll(' ', '.')} “${words.slice(0, 40)}”`;
    }),
  );
  return [...problems, ...missed.map((path) => `the Tab key does not come to ${path}`)];
}
