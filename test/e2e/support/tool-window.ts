/** A tool on the customer's computer, from the question in the panel to its pane in the viewer window. */
import type { Page } from 'puppeteer-core';
import { press, seeText } from './browser.ts';
import type { Customer, RunningHost } from './customer.ts';
import type { Stage } from './stage.ts';

/** Asks for a tool in the Tools tab. The panel stands in the session. */
export async function askForTool(panel: Page, tool: string, name: string): Promise<void> {
  await press(panel, 'Tools');
  await (await rowOf(panel, tool, 'Ask')).click();
  await press(panel, `Ask ${name}`);
}

/** The customer says yes on the page and on the desktop, and the program runs from then on. */
export async function fetchHost(customer: Customer, variables?: NodeJS.ProcessEnv): Promise<RunningHost> {
  await press(customer.page, 'Yes, for 15 minutes');
  await press(customer.page, 'Download the program');
  const host = await customer.runDownload(variables);
  await customer.answerOnDesktop('yes');
  return host;
}

/** Opens a granted tool in the window. */
export async function openTool(stage: Stage, tool: string): Promise<Page> {
  await press(stage.panel, 'Tools');
  await (await rowOf(stage.panel, tool, 'Open')).click();
  const window = await stage.rep.extensionPage('viewer.html');
  await seeText(window, new RegExp(tool), 'body', 30_000);
  return window;
}

/** The button in a tool's row, once it is there and can be pressed. */
async function rowOf(panel: Page, tool: string, button: string) {
  const handle = await panel.waitForFunction(
    (title, label) => {
      const heads = [...document.querySelectorAll('li')].filter((row) => row.innerText.includes(title));
      const found = heads
        .flatMap((row) => [...row.querySelectorAll('button')])
        .find((one) => one.innerText.trim() === label && one.getAttribute('aria-disabled') !== 'true');
      return found ?? null;
    },
    { timeout: 30_000 },
    tool,
    button,
  );
  const element = handle.asElement();
  if (element === null) throw new Error(`${tool} has no ${button}`);
  return element as unknown as { click(): Promise<void> };
}
