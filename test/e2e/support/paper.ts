/** What a person does on the whiteboard, and what lies on it, in the board's own units. */
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer-core';
import { boardSize } from '../../../shared/contract/whiteboard.ts';
import { until } from '../../integration/customer-host-x11/x-display.ts';

/** A thing as it is drawn on the page. */
export interface DrawnThing {
  readonly kind: string;
  /** As the browser computes it; empty for pictures. */
  readonly colour: string;
  readonly width: string;
  readonly words: string;
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
}

/** Where a place of the board is on the page, in px. */
export async function placeOf(page: Page, x: number, y: number): Promise<{ x: number; y: number }> {
  const paper = await page.waitForSelector('.rh-board-paper svg', { visible: true, timeout: 15_000 });
  const box = await paper?.boundingBox();
  if (!box) throw new Error('There is no paper to draw on');
  return { x: box.x + (x / boardSize.width) * box.width, y: box.y + (y / boardSize.height) * box.height };
}

/** Presses the mouse at the first point and goes along the others; `lift` lets go at the end. */
export async function drag(page: Page, points: readonly (readonly [number, number])[], lift = true): Promise<void> {
  const [first, ...rest] = await Promise.all(points.map(([x, y]) => placeOf(page, x, y)));
  if (first === undefined) return;
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  for (const { x, y } of rest) await page.mouse.move(x, y, { steps: 6 });
  if (lift) await page.mouse.up();
}

/** The same with a finger. */
export async function dragFinger(page: Page, points: readonly (readonly [number, number])[]): Promise<void> {
  const [first, ...rest] = await Promise.all(points.map(([x, y]) => placeOf(page, x, y)));
  if (first === undefined) return;
  await page.touchscreen.touchStart(first.x, first.y);
  for (const { x, y } of rest) await page.touchscreen.touchMove(x, y);
  await page.touchscreen.touchEnd();
}

/** What lies on the current tab, from below to above, all of one moment. */
export async function thingsOn(page: Page): Promise<DrawnThing[]> {
  return page.evaluate(
    (size) =>
      [...document.querySelectorAll('.rh-board-paper [data-item]')].map((element) => {
        const paper = element.closest('svg')?.getBoundingClientRect() ?? new DOMRect();
        const { left, top, right, bottom } = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        return {
          kind: element.getAttribute('data-kind') ?? '',
          colour: element.getAttribute('data-kind') === 'text' ? style.fill : style.stroke,
          width: style.strokeWidth,
          words: element.textContent ?? '',
          box: [
            ((left - paper.left) / paper.width) * size.width,
            ((top - paper.top) / paper.height) * size.height,
            ((right - paper.left) / paper.width) * size.width,
            ((bottom - paper.top) / paper.height) * size.height,
          ] as const,
        };
      }),
    boardSize,
  );
}

/** Waits until what lies there fits. */
export async function seeThings(page: Page, fits: (things: DrawnThing[]) => boolean): Promise<DrawnThing[]> {
  let seen: DrawnThing[] = [];
  await until(
    'the things on the board',
    async () => {
      seen = await thingsOn(page);
      return fits(seen);
    },
    15_000,
  ).catch((error: unknown) => {
    throw new Error(`On the board lies: ${JSON.stringify(seen)}`, { cause: error });
  });
  return seen;
}

/** Whether a pen's colour is really painted at a place of the board, or as near as a line is wide. */
export async function hasInk(page: Page, x: number, y: number, hex: string): Promise<boolean> {
  const place = await placeOf(page, x, y);
  const clip = { x: Math.round(place.x) - 2, y: Math.round(place.y) - 2, width: 5, height: 5 };
  return coloursIn(PNG.sync.read(Buffer.from(await page.screenshot({ clip })))).some((colour) => isInk(colour, hex));
}

/** Every pixel of a picture. */
export function coloursIn({ data }: PNG): number[][] {
  return Array.from({ length: data.length / 4 }, (_, at) => [...data.subarray(at * 4, at * 4 + 3)]);
}

/** Whether a colour is one of the pens', as antialiasing leaves it. */
export function isInk([red, green, blue]: readonly number[], hex: string): boolean {
  const wanted = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return [red, green, blue].every((part, at) => Math.abs((part ?? -99) - (wanted[at] ?? 0)) < 40);
}
