/** Copies by the tool Files: the packaged host on the customer's desktop, the extension's window in Chromium. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { fill, press, seeText } from '../../e2e/support/browser.ts';
import { startCustomer } from '../../e2e/support/customer.ts';
import { askForHelp, startStage } from '../../e2e/support/stage.ts';
import { askForTool, fetchHost, openTool } from '../../e2e/support/tool-window.ts';
import { processorMs } from '../figures/processor-time.ts';

export interface Cost {
  readonly tookMs: number;
  readonly hostMs: number;
  readonly browserMs: number;
}

export interface FilesBench {
  /** From the customer into a folder of the browser's. */
  take(): Promise<Cost>;
  /** To the customer. */
  give(): Promise<Cost>;
  stop(): Promise<void>;
}

/** `folder` is the customer's, and holds `name` to be taken; `own` is the same file on the rep's disk. */
export async function startFilesBench(folder: string, name: string, own: string): Promise<FilesBench> {
  const stage = await startStage({ host: true });
  const customer = await startCustomer(stage.server.origin);
  await askForHelp(customer.page, { name: 'Marta Kowalenko' });
  await press(stage.panel, 'Accept');
  await askForTool(stage.panel, 'Files', 'Marta');
  await seeText(customer.page, /Yes, for 15 minutes/);
  const host = await fetchHost(customer);
  const page = await openTool(stage, 'Files');
  await seeText(page, /Name.*Changed/s);
  await fill(page, 'Path', folder);
  await page.keyboard.press('Enter');

  async function timed(act: () => Promise<void>): Promise<Cost> {
    const hostPid = host.process.pid ?? 0;
    const browserPid = stage.rep.browser.process()?.pid ?? 0;
    const [hostBefore, browserBefore, begun] = [processorMs([hostPid]), processorMs([browserPid]), performance.now()];
    await act();
    await seeText(page, /done, checked/, 'section[aria-label="Copies"]', 300_000);
    const tookMs = performance.now() - begun;
    const cost = {
      tookMs,
      hostMs: processorMs([hostPid]) - hostBefore,
      browserMs: processorMs([browserPid]) - browserBefore,
    };
    await press(page, 'Clear finished');
    return cost;
  }

  return {
    async take() {
      await page.evaluate(async (known) => {
        const root = await navigator.storage.getDirectory();
        await root.removeEntry(known).catch(() => undefined);
        Object.assign(globalThis, { showDirectoryPicker: () => navigator.storage.getDirectory() });
      }, name);
      await press(page, 'Open a folder');
      await choose(page, 'Marta’s computer', name);
      const cost = await timed(() => press(page, 'Copy here'));
      await press(page, 'Close this folder');
      return cost;
    },
    async give() {
      rmSync(join(folder, name), { force: true });
      const field = await page.$('input[type="file"][aria-label="Choose files"]');
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a field for files is an input
      await (field as ElementHandle<HTMLInputElement> | null)?.uploadFile(own);
      await choose(page, 'This computer', name);
      return timed(() => press(page, 'Copy to Marta'));
    },
    async stop() {
      await customer.close();
      await stage.stop();
    },
  };
}

async function choose(page: Page, side: string, name: string): Promise<void> {
  const row = await page.waitForFunction(
    (label, words) =>
      [...document.querySelectorAll<HTMLElement>(`section[aria-label="${label}"] tbody tr`)].find((one) =>
        one.innerText.trim().startsWith(words),
      ),
    { timeout: 15_000 },
    side,
    name,
  );
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a row is an element
  await (row as ElementHandle<Element>).click();
}
