import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeLoad } from './figures/machine.ts';
import { residentBytes } from './figures/memory.ts';
import { medianOf } from './figures/spread.ts';
import { inMs, printHeading, printTable } from './figures/table.ts';
import { measureAppends, measureDisk } from './store/appends.ts';
import type { Appends } from './store/appends.ts';
import { openBenchStore } from './store/bench-store.ts';
import type { BenchStore } from './store/bench-store.ts';
import { fill } from './store/fill.ts';
import type { Size } from './store/fill.ts';
import { askQuestions } from './store/questions.ts';
import { killAndWait, startAgain } from './store/restarts.ts';

const whole: Size = { sessions: 100_000, entriesEach: 10 };
const quick: Size = { sessions: 10_000, entriesEach: 10 };
const RESTARTS = 3;
const CONCURRENT = 50;

/** The embedded store under the server's own models, indexes and questions, through the unmodified driver. */
export async function reportStore(isQuick: boolean): Promise<void> {
  const size = isQuick ? quick : whole;
  const dataFolder = mkdtempSync(join(tmpdir(), 'rh-bench-store-'));
  let store: BenchStore | undefined;
  try {
    console.log(`\nBefore: ${describeLoad()}`);
    store = await openBenchStore(dataFolder);
    const filledWithin = await fill(store, size);
    printHeading(`${size.sessions} sessions with ${size.sessions * size.entriesEach} log entries`);
    console.log(`Filled in bulk within ${filledWithin.toFixed(0)} s.`);
    await reportQuestions(store, size, isQuick ? 300 : 2000);
    await reportAppends(store, dataFolder, isQuick ? 2 : 5);
    const grown = `${inMegabytes(folderBytes(dataFolder))}, the store’s process ${inMegabytes(residentBytes(store.pid()))}`;

    const starts: number[] = [];
    const kills: number[] = [];
    for (let time = 0; time < RESTARTS; time += 1) {
      await store.close();
      const started = await startAgain(dataFolder);
      store = started.store;
      starts.push(started.tookMs);
      kills.push(await killAndWait(store));
    }
    const fresh = inMegabytes(residentBytes(store.pid()));
    printHeading('Start and size');
    printTable(
      ['', 'median', 'slowest', 'times', 'target'],
      [
        [
          'started → first look-up answered',
          inMs(medianOf(starts)),
          inMs(Math.max(...starts)),
          `${RESTARTS}`,
          '≤ 1000 ms',
        ],
        [
          'kill -9 → first look-up answered',
          inMs(medianOf(kills)),
          inMs(Math.max(...kills)),
          `${RESTARTS}`,
          '≤ 1000 ms',
        ],
      ],
    );
    console.log(
      `\nOn the disk ${grown} at the end of the appends, ${fresh} after a start.\n\nAfter: ${describeLoad()}`,
    );
  } finally {
    await store?.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function reportQuestions(store: BenchStore, size: Size, times: number): Promise<void> {
  const answered = await askQuestions(store, size, times);
  printHeading('Look-ups and ranges, through the driver');
  printTable(
    ['', 'median', 'p95', 'p99', 'returned', 'keys examined', 'documents examined', 'target'],
    answered.map(({ name, times: { median, p95, p99 }, returned, keysExamined, documentsExamined }) => [
      name,
      inFineMs(median),
      inFineMs(p95),
      inFineMs(p99),
      String(returned),
      String(keysExamined),
      String(documentsExamined),
      'median ≤ 1 ms',
    ]),
  );
}

async function reportAppends(store: BenchStore, dataFolder: string, seconds: number): Promise<void> {
  // One after the other, twice, so that the machine's mood does not fall on one alone.
  const rounds: (readonly [string, Appends | Omit<Appends, 'processor'>])[] = [];
  for (let round = 0; round < 2; round += 1) {
    rounds.push(['the disk alone: 4 KiB and fdatasync', measureDisk(dataFolder, seconds)]);
    rounds.push(['one writer', await measureAppends(store, 1, seconds)]);
    rounds.push([`${CONCURRENT} at once`, await measureAppends(store, CONCURRENT, seconds)]);
  }
  printHeading('Durable appends to session logs');
  printTable(
    ['', 'appends/s', 'median', 'p95', 'p99', 'CPU of the store', 'target'],
    rounds.map(([name, appends]) => [
      name,
      appends.perSecond.toFixed(0),
      inMs(appends.times.median),
      inMs(appends.times.p95),
      inMs(appends.times.p99),
      'processor' in appends ? `${appends.processor.toFixed(0)} %` : '',
      'processor' in appends ? '≥ 1000/s' : '',
    ]),
  );
}

function inFineMs(ms: number): string {
  return `${ms.toFixed(2)} ms`;
}

function folderBytes(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
