/** Whether people can use a page who see, hear or move otherwise than its makers: by axe, by its width, and by the Tab key. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { strandedControls } from './tab-walk.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What WCAG 2.2 asks for at level AA, and what the makers of axe have learned beside it. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/**
 * A list of proposals that the arrows of a text field move in, and scroll: it needs no stop of its own. Axe knows that of
 * a field of one line only.
 */
const isMovedByItsField = `(id, node) => id === 'scrollable-region-focusable' && node.target.every((target) => {
  const list = document.querySelector(target);
  return list.role === 'listbox' && document.querySelector('[aria-controls="' + list.id + '"][aria-activedescendant]') !== null;
})`;

/** In the dark only colours differ. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/** WCAG 1.4.10: so wide is a page of 1280 pixels for who enlarges it four times. */
const NARROW = 320;

export interface Looks {
  /** Looks at it also at 320 pixels. Not for what stands in a window that cannot be so narrow. */
  readonly narrow?: boolean;
  /** Looks at it also with letters of twice the size. */
  readonly largeText?: boolean;
  /** Goes through it by the Tab key. */
  readonly byTab?: boolean;
}

/** All that is wrong with the page as it stands, each line with the page's name, the rule and where. Empty when nothing is. */
export async function accessibilityProblems(page: Page, name: string, looks: Looks = {}): Promise<string[]> {
  const { narrow = false, largeText = false, byTab = false } = looks;
  const problems: string[] = [];
  await page.emulateMediaFeatures([scheme('light'), still]);
  await settled(page);
  problems.push(...(await violations(page, `{ type: 'tag', values: ${JSON.stringify(standards)} }`)));
  if (byTab) problems.push(...(await strandedControls(page)));
  if (narrow) problems.push(...(await whenNarrow(page)));
  if (largeText) problems.push(...(await withLargeText(page)));
  await page.emulateMediaFeatures([scheme('dark'), still]);
  await settled(page);
  const inDark = await violations(page, `{ type: 'rule', values: ${JSON.stringify(rulesOfColour)} }`);
  problems.push(...inDark.map((line) => `in the dark: ${line}`));
  await page.emulateMediaFeatures([scheme('light'), still]);
  return problems.map((line) => `${name}: ${line}`);
}

/** Throws with a readable list of all that is wrong: for a suite that looks at one page of its own. */
export async function expectAccessible(page: Page, name: string, looks: Looks = {}): Promise<void> {
  const problems = await accessibilityProblems(page, name, looks);
  if (problems.length > 0) throw new Error(`${problems.length} barriers:\n${problems.join('\n')}`);
}

const scheme = (value: 'light' | 'dark') => ({ name: 'prefers-color-scheme', value });
const still = { name: 'prefers-reduced-motion', value: 'reduce' };

/** Colours that are on their way from one theme to the other are neither's. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.getAnimations().every(({ playState, effect }) => {
        return playState !== 'running' || effect?.getComputedTiming().iterations === Infinity;
      }),
    { timeout: 15_000 },
  );
}

async function violations(page: Page, runOnly: string): Promise<string[]> {
  await page.evaluate(`window.axe === undefined && (() => {${axe}})()`);
  const found = await page.evaluate(`axe
    .run(document, { runOnly: ${runOnly}, rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.filter((node) => !(${isMovedByItsField})(id, node)).map((node) => {
      const check = node.any[0] ?? node.all[0] ?? node.none[0];
      return id + ' at ' + node.target.join(' ') + ': ' + (check?.message ?? '');
    })))`);
  return found as string[];
}

async function whenNarrow(page: Page): Promise<string[]> {
  const before = page.viewport();
  await page.setViewport({ width: NARROW, height: 720 });
  await page.waitForFunction((width) => innerWidth === width, { timeout: 15_000 }, NARROW);
  const problems = await cutOff(page);
  await page.setViewport(before);
  await page.waitForFunction((width) => innerWidth !== width, { timeout: 15_000 }, NARROW);
  return problems.map((line) => `${NARROW} pixels wide: ${line}`);
}

async function withLargeText(page: Page): Promise<string[]> {
  // By its own hand: a style sheet that a test adds is one that the page's policy refuses.
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  const problems = await cutOff(page);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  return problems.map((line) => `letters twice as large: ${line}`);
}

/** What lies beyond the page's edge, or in a box that hides it. What a box of its own scrolls, such as a wide table, is reached. */
async function cutOff(page: Page): Promise<string[]> {
  await settled(page);
  return page.evaluate(() => {
    const found: string[] = [];
    const edge = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > edge) {
      const wide = [...document.querySelectorAll<HTMLElement>('body *')].filter(
        (box) => box.checkVisibility() && box.getBoundingClientRect().right > edge + 1,
      );
      const names = wide.map((box) => `${box.tagName.toLowerCase()}.${box.classList.value.replaceAll(' ', '.')}`);
      found.push(`the page is ${document.documentElement.scrollWidth} wide, by ${names.slice(0, 4).join(', ')}`);
    }
    const named = new Set<Element>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      if (element === null || texts.currentNode.nodeValue?.trim() === '') continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      if (element.closest('.rh-unseen, svg, [aria-hidden=true], option') !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      const { left, right, top, bottom, width } = range.getBoundingClientRect();
      if (width === 0) continue;
      let isScrolledDown = false;
      for (let box: Element | null = element; box !== null; box = box.parentElement) {
        const { overflowX, overflowY, textOverflow, position, clipPath, webkitLineClamp } = getComputedStyle(box);
        // Words that the width has no room for, drawn as a sign with a tooltip, and still read aloud.
        if (clipPath === 'inset(50%)') break;
        const isPage = box === document.documentElement || box === document.body;
        const around = isPage ? new DOMRect(0, 0, edge, innerHeight) : box.getBoundingClientRect();
        // It can be scrolled to, with the keys too. A whole page that scrolls sideways is no such box, whatever it is made of.
        const isScrolled = box.matches('[tabindex="0"]') && (overflowX === 'auto' || overflowX === 'scroll');
        const isOut = right > around.right + 1 || left < around.left - 1;
        if (isScrolled && isOut) break;
        const isOver =
          !isPage &&
          !isScrolledDown &&
          (overflowY === 'hidden' || overflowY === 'clip') &&
          (bottom > around.bottom + 2 || top < around.top - 2);
        // Shortened in sight, with the whole to be had.
        const isShortened = textOverflow === 'ellipsis' || webkitLineClamp !== 'none';
        if (isShortened && (isOut || isOver) && element.closest('[title]') !== null) break;
        const isHiding = overflowX !== 'visible';
        if ((isOut && (isPage || isHiding)) || isOver) {
          if (!named.has(element)) {
            const path = `${box.tagName.toLowerCase()}.${box.classList.value.replaceAll(' ', '.')}`;
            found.push(`“${element.innerText.slice(0, 40)}” is cut off by ${path}`);
          }
          named.add(element);
          break;
        }
        // What lies below in a box that scrolls, boxes around that one may well hide.
        isScrolledDown ||= overflowY === 'auto' || overflowY === 'scroll';
        if (position === 'fixed') break;
      }
    }
    return found;
  });
}
