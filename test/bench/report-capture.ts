import type { Spread } from './figures/spread.ts';
import { inMs, printHeading, printTable } from './figures/table.ts';
import { measureCaptureCost } from './screen/capture-cost.ts';

/** What reading and converting a frame costs, and what an unchanged screen does. */
export async function reportCapture(): Promise<void> {
  const cost = await measureCaptureCost();
  const row = (name: string, { median, p95 }: Spread, target = '') => [name, inMs(median), inMs(p95), target];
  printHeading('Capture and conversion of a 1920 × 1080 frame, while the whole screen scrolls');
  printTable(
    ['', 'median', 'p95', 'target'],
    [
      row('reading the screen and its damage', cost.reading),
      row('conversion to I420', cost.converting),
      row('both', cost.both, '≤ 3 ms'),
    ],
  );
  printHeading(`Unchanged screen, ${cost.unchangedSeconds} s, the host’s own parts alone`);
  printTable(
    ['grabs', 'bytes to send', 'CPU of one core', 'target'],
    [
      [
        String(cost.unchangedGrabs),
        String(cost.unchangedBytes),
        `${cost.unchangedPercent.toFixed(2)} %`,
        'nothing encoded, ≤ 1 %',
      ],
    ],
  );
}
