/** How long it takes until one side sees what the other draws, while the pencil is down. */
import type { Page } from 'puppeteer-core';
import { drag } from '../../e2e/support/paper.ts';

type Moments = readonly (readonly [x: number, atMs: number])[];

/**
 * Draws `times` strokes from left to right on one page and gives, for each point that the other page painted as a
 * stroke's end, the milliseconds since the hand was there. Both pages are on this machine, so their clocks are one.
 */
export async function measureDrawing(from: Page, to: Page, times: number): Promise<number[]> {
  const delays: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const y = 100 + ((turn * 37) % 800);
    const hand = await watchHand(from);
    const ink = await watchInk(to);
    await drag(from, slowly(y));
    const drawn = new Map(await hand.moments());
    for (const [x, seenAt] of await ink.moments()) {
      const drawnAt = drawn.get(x);
      if (drawnAt !== undefined) delays.push(seenAt - drawnAt);
    }
  }
  return delays;
}

/** A stroke over most of the paper. */
function slowly(y: number): [number, number][] {
  return Array.from({ length: 25 }, (_, at) => [100 + at * 55, y]);
}

/** When the pointer was at which place, in whole units of the board. */
async function watchHand(page: Page): Promise<{ moments(): Promise<Moments> }> {
  const watch = await page.evaluateHandle(() => {
    const moments: [number, number][] = [];
    const paper = document.querySelector('.rh-board-paper');
    if (paper === null) throw new Error('No paper');
    paper.addEventListener(
      'pointermove',
      (event) => {
        if (!(event instanceof PointerEvent)) return;
        const { left, width } = paper.getBoundingClientRect();
        const x = Math.round(((event.clientX - left) / width) * 1600);
        moments.push([x, performance.timeOrigin + event.timeStamp]);
      },
      { capture: true },
    );
    return moments;
  });
  return { moments: () => watch.jsonValue() };
}

/** When which end of a stroke was painted. */
async function watchInk(page: Page): Promise<{ moments(): Promise<Moments> }> {
  const watch = await page.evaluateHandle(() => {
    const moments: [number, number][] = [];
    const paper = document.querySelector('.rh-board-paper svg');
    if (paper === null) throw new Error('No paper');
    new MutationObserver(() => {
      const stroke = [...paper.querySelectorAll('polyline')].at(-1);
      const start = /translate\((-?\d+)/.exec(stroke?.getAttribute('transform') ?? '')?.[1];
      const end = stroke?.getAttribute('points')?.split(' ').at(-1)?.split(',')[0];
      if (start === undefined || end === undefined) return;
      const x = Number(start) + Number(end);
      if (moments.some(([seen]) => seen === x)) return;
      requestAnimationFrame(() => moments.push([x, performance.timeOrigin + performance.now()]));
    }).observe(paper, { subtree: true, childList: true, attributes: true });
    return moments;
  });
  return { moments: () => watch.jsonValue() };
}
