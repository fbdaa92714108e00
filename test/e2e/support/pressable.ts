/** Finds what can be pressed by the name that readers hear. */
import type { ElementHandle, Page } from 'puppeteer-core';

const roles = ['button', 'link', 'tab', 'radio', 'menuitem', 'menuitemradio', 'switch'];

/** Waits for the button, tab or link with this name to be visible. */
export async function pressableCalled(page: Page, name: string, withinMs: number): Promise<ElementHandle<Element>> {
  // Asked for the accessibility tree of an extension's page, Firefox does not answer or is wrong: there names are read off the page.
  const isReadOff = await page.evaluate(() => location.protocol === 'moz-extension:');
  const found = isReadOff ? await byReading(page, name, withinMs) : await byAccessibleName(page, name, withinMs);
  if (!found) throw new Error(`Nothing that can be pressed is called ${name}`);
  return found;
}

function byAccessibleName(page: Page, name: string, withinMs: number): Promise<ElementHandle<Element> | null> {
  const withRole = roles.map((role) => `::-p-aria([name="${name}"][role="${role}"])`);
  // Some buttons say more after their name, such as "Home, 2 waiting".
  const anyRole = [...withRole, `button[aria-label^="${name},"]`].join(', ');
  return page.waitForSelector(anyRole, { timeout: withinMs, visible: true });
}

async function byReading(page: Page, name: string, withinMs: number): Promise<ElementHandle<Element> | null> {
  // In a page there are no names for functions: tsx would have them kept by a helper that the page does not know.
  const handle = await page.waitForFunction(
    (wanted, selector) => {
      // Whatever lies behind an open dialog cannot be pressed.
      const within = document.querySelector('dialog:modal') ?? document;
      for (const element of within.querySelectorAll<HTMLElement | HTMLInputElement>(selector)) {
        const label = 'labels' in element ? element.labels?.[0] : undefined;
        const texts = document.createTreeWalker(label ?? element, NodeFilter.SHOW_TEXT);
        let words = '';
        while (texts.nextNode()) {
          const around = texts.currentNode.parentElement;
          const isRead = around?.checkVisibility({ visibilityProperty: true }) === true;
          if (isRead && !around.closest('[aria-hidden=true]')) words += texts.currentNode.nodeValue;
        }
        const called = element.getAttribute('aria-label') ?? words.replaceAll(/\s+/g, ' ').trim();
        if (element.checkVisibility() && (called === wanted || called.startsWith(`${wanted},`)))
          return label ?? element;
      }
      return undefined;
    },
    { timeout: withinMs },
    name,
    ['button', 'a[href]', 'input[type=radio]', ...roles.map((role) => `[role=${role}]`)].join(),
  );
  return handle.asElement() as ElementHandle<Element> | null;
}
