/** Reads the age of what a page shows: see barcode-watch.page.js, which runs in the page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { barcode } from '../drawing/barcode.ts';

export interface SeenPictures {
  /** Milliseconds from drawing to readable in the page, for each new picture seen. */
  readonly delaysMs: readonly number[];
  /** Animation frames in which the page was read. */
  readonly looks: number;
  /** When the first picture could be read, in milliseconds since 1970; `undefined` when none could. */
  readonly firstAt?: number | undefined;
}

const Seen = v.object({ delaysMs: v.array(v.number()), looks: v.number(), firstAt: v.optional(v.number()) });

const program = readFileSync(join(import.meta.dirname, 'barcode-watch.page.js'), 'utf8');

/** Starts to read; the picture is the first of `selectors` that the page has. */
export async function startBarcodeWatch(page: Page, selectors: readonly string[], remoteWidth: number): Promise<void> {
  await page.evaluate(program);
  const words = [selectors, remoteWidth, barcode].map((value) => JSON.stringify(value));
  await page.evaluate(`startBarcodeWatch(${words.join(', ')})`);
}

/** What was seen since the watch or the last reset began. */
export async function readBarcodeWatch(page: Page): Promise<SeenPictures> {
  const seen = '({ delaysMs: barcodeWatch.delaysMs, looks: barcodeWatch.looks, firstAt: barcodeWatch.firstAt })';
  return v.parse(Seen, await page.evaluate(seen));
}

export async function resetBarcodeWatch(page: Page): Promise<void> {
  await page.evaluate('Object.assign(barcodeWatch, { delaysMs: [], looks: 0, firstAt: undefined }); undefined');
}

export async function stopBarcodeWatch(page: Page): Promise<void> {
  await page.evaluate('barcodeWatch.stop()');
}
