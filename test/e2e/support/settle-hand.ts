import type { Page } from 'puppeteer-core';
import { until } from '../../integration/customer-host-x11/x-display.ts';
import { textOf } from './browser.ts';

/**
 * The customer's own click on Yes is a hand that moved: control pauses for two seconds. Waits until it has come back for
 * good, for a pause may follow a pause.
 */
export async function settleHand(panel: Page): Promise<void> {
  let calm = 0;
  await until(
    'control that lasts',
    async () => {
      calm = /Controlling/.test(await textOf(panel)) ? calm + 1 : 0;
      return calm >= 40;
    },
    20_000,
  );
}
