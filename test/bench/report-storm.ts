import { measureStorm } from './clients/measure-storm.ts';
import { describeLoad } from './figures/machine.ts';
import { spreadOf } from './figures/spread.ts';
import { inMs, printHeading, printTable } from './figures/table.ts';

/** Five thousand clients whose connections break at once: how soon they are back, and what others notice of it. */
export async function reportStorm(isQuick: boolean): Promise<void> {
  console.log(`\nBefore: ${describeLoad()}`);
  const storm = await measureStorm(
    isQuick ? { reps: 10, talking: 100, looking: 390 } : { reps: 50, talking: 1000, looking: 3950 },
  );
  console.log(`After: ${describeLoad()}`);
  const { links, backMs, tries, lostSessions, processors, signIns, failedSignIns } = storm;
  const row = (name: string, values: readonly number[], target: string) => {
    const { median, p99, slowest, count } = spreadOf(values);
    return [name, inMs(median), inMs(p99), inMs(slowest), String(count), target];
  };
  printHeading(`${links} clients lose their connections at once`);
  printTable(
    ['', 'median', 'p99', 'slowest', 'counted', 'target'],
    [
      row('broken → back, and told where they stand', backMs, 'slowest ≤ 20 s'),
      row('sign-in by password meanwhile', signIns, 'p99 ≤ 2 s'),
    ],
  );
  console.log();
  const { server, store, generator, serverWaited } = processors;
  printTable(
    [
      'tries',
      'sessions lost',
      'sign-ins failed',
      'CPU of the server',
      'of the store',
      'of the generator',
      'the server waited for a core',
    ],
    [
      [
        String(tries),
        String(lostSessions),
        String(failedSignIns),
        ...[server, store, generator, serverWaited].map((share) => `${share.toFixed(0)} %`),
      ],
    ],
  );
}
