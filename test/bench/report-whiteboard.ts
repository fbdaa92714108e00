import { press, seeText, startBrowser } from '../e2e/support/browser.ts';
import { askForHelp, startStage } from '../e2e/support/stage.ts';
import { spreadOf } from './figures/spread.ts';
import { inMs, printHeading, printTable } from './figures/table.ts';
import { measureDrawing } from './story/drawing-along.ts';

/** A pencil's point → painted on the other side, both ways, while the stroke is being drawn. */
export async function reportWhiteboard(isQuick: boolean): Promise<void> {
  const times = isQuick ? 3 : 20;
  const stage = await startStage();
  const customers = await startBrowser();
  try {
    const page = (await customers.browser.pages())[0] ?? (await customers.browser.newPage());
    await page.goto(stage.server.origin);
    await askForHelp(page, { name: 'Marta Kowalenko' });
    await press(stage.panel, 'All requests');
    await press(stage.panel, 'Accept');
    await seeText(page, /Ana Petrescu joined/);
    await press(stage.panel, 'Draw together on a whiteboard');
    await press(page, 'Open the whiteboard');
    for (const side of [page, stage.panel]) await side.waitForSelector('.rh-board-paper', { visible: true });
    const toRep = await measureDrawing(page, stage.panel, times);
    const toCustomer = await measureDrawing(stage.panel, page, times);
    const row = (name: string, values: readonly number[]) => {
      const { median, p95, count } = spreadOf(values);
      return [name, inMs(median), inMs(p95), String(count), '≤ 100 ms'];
    };
    printHeading('Whiteboard: a pencil’s point → painted on the other side');
    printTable(
      ['', 'median', 'p95', 'points', 'target'],
      [row('customer draws → in the rep’s panel', toRep), row('rep draws → on the customer’s page', toCustomer)],
    );
  } finally {
    await customers.close();
    await stage.stop();
  }
}
