import { spreadOf } from './figures/spread.ts';
import { inMs, printHeading, printTable } from './figures/table.ts';
import { measureStartUp } from './story/start-up.ts';

const TIMES = 7;
const QUICK_TIMES = 3;

/** How long `npm start` takes on an installed, built tree. */
export async function reportStartUp(isQuick: boolean): Promise<void> {
  const times: number[] = [];
  const wanted = isQuick ? QUICK_TIMES : TIMES;
  for (let attempt = 0; attempt < 2 * wanted && times.length < wanted; attempt += 1) {
    const ms = await measureStartUp();
    if (!Number.isNaN(ms)) times.push(ms);
  }
  const { median, p95, count } = spreadOf(times);
  printHeading('Start-up: `npm start` → first page served');
  printTable(['median', 'slowest', 'times', 'target'], [[inMs(median), inMs(p95), String(count), '≤ 3000 ms']]);
}
