import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFilesBench, type Cost } from './files/copy-by-files.ts';
import { startLoopbackSsh } from './files/loopback-ssh.ts';
import { describeLoad } from './figures/machine.ts';
import { medianOf } from './figures/spread.ts';
import { printHeading, printTable } from './figures/table.ts';

/** Files to and from the customer, beside `scp` of the same file over loopback. */
export async function reportFiles(isQuick: boolean): Promise<void> {
  const megabytes = isQuick ? 64 : 256;
  const times = isQuick ? 1 : 3;
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'rh-bench-files-')));
  const own = realpathSync(mkdtempSync(join(tmpdir(), 'rh-bench-own-')));
  for (const place of [folder, own]) writeFileSync(join(place, 'data.bin'), randomBytes(megabytes * 1_000_000));
  const ssh = await startLoopbackSsh();
  try {
    const bench = await startFilesBench(folder, 'data.bin', join(own, 'data.bin'));
    const rows: Record<'take' | 'give' | 'scp', Cost[]> = { take: [], give: [], scp: [] };
    console.log(`\nBefore: ${describeLoad()}`);
    try {
      for (let time = 0; time < times; time += 1) {
        rows.take.push(await bench.take());
        rows.give.push(await bench.give());
        const { tookMs, clientMs, serverMs } = await ssh.copy(join(own, 'data.bin'), join(own, 'copy.bin'));
        rows.scp.push({ tookMs, hostMs: serverMs, browserMs: clientMs });
      }
    } finally {
      await bench.stop();
    }
    printHeading(`A file of ${megabytes} MB, ${times} times each, the median`);
    const line = (name: string, costs: readonly Cost[]) => {
      const of = (read: (cost: Cost) => number) => megabytes / (medianOf(costs.map(read)) / 1000);
      return [
        name,
        inSpeed(of(({ tookMs }) => tookMs)),
        inSpeed(of(({ hostMs }) => hostMs)),
        inSpeed(of(({ browserMs }) => browserMs)),
        inSpeed(of(({ hostMs, browserMs }) => hostMs + browserMs)),
      ];
    };
    printTable(
      ['', 'MB/s', 'MB per core second of host or sshd', 'of browser or scp', 'of both ends'],
      [line('from the customer', rows.take), line('to the customer', rows.give), line('scp, loopback', rows.scp)],
    );
    console.log(`\nAfter: ${describeLoad()}`);
  } finally {
    ssh.stop();
    for (const place of [folder, own]) rmSync(place, { recursive: true, force: true });
  }
}

function inSpeed(megabytesPerSecond: number): string {
  return megabytesPerSecond.toFixed(1);
}
