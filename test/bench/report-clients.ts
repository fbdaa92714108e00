import { measureClients } from './clients/measure-clients.ts';
import type { ClientFigures, Processors, Scale } from './clients/measure-clients.ts';
import { describeLoad } from './figures/machine.ts';
import { spreadOf } from './figures/spread.ts';
import { inMs, printHeading, printTable } from './figures/table.ts';

const chat = { warmUpSeconds: 10, countedSeconds: 30, withReadMarks: false };
const whole: Scale = {
  reps: 50,
  talking: 1000,
  looking: 3950,
  rounds: [
    { ...chat, perSecond: 500 },
    { ...chat, perSecond: 500 },
    { ...chat, perSecond: 500 },
    { ...chat, perSecond: 250, withReadMarks: true },
  ],
};
const quick: Scale = {
  reps: 10,
  talking: 200,
  looking: 790,
  rounds: [{ ...chat, warmUpSeconds: 3, countedSeconds: 10, perSecond: 100 }],
};

/** A server with everybody connected: delay of chat messages, memory of a client, and who uses the cores. */
export async function reportClients(isQuick: boolean): Promise<void> {
  const scale = isQuick ? quick : whole;
  console.log(`\nBefore: ${describeLoad()}`);
  const figures = await measureClients(scale);
  console.log(`After: ${describeLoad()}`);
  printMemory(figures);
  printRounds(figures);
}

function printMemory({ links, lost, gatherSeconds, bytesBefore, bytesAfter, silent }: ClientFigures): void {
  printHeading(`${links} clients connected and silent`);
  printTable(
    ['memory a client', 'server before', 'server after', 'links lost', 'all connected after', 'CPU', 'target'],
    [
      [
        `${((bytesAfter - bytesBefore) / links / 1000).toFixed(1)} kB`,
        inMegabytes(bytesBefore),
        inMegabytes(bytesAfter),
        String(lost),
        `${gatherSeconds.toFixed(0)} s`,
        describeProcessors(silent),
        '≤ 40 kB a client',
      ],
    ],
  );
}

function printRounds({ links, rounds }: ClientFigures): void {
  printHeading(`Chat with ${links} clients connected`);
  printTable(
    ['messages/s', '', 'median', 'p95', 'p99', 'slowest', 'arrived of sent', 'target'],
    rounds.flatMap(({ plan, chat: { sent, toOtherSide, toAnswer, lateness, refused } }) => {
      const row = (name: string, values: readonly number[], target = '') => {
        const { median, p95, p99, slowest, count } = spreadOf(values);
        const rate = `${plan.perSecond}${plan.withReadMarks ? ', each marked as read' : ''}`;
        return [rate, name, inMs(median), inMs(p95), inMs(p99), inMs(slowest), `${count} of ${sent}`, target];
      };
      return [
        row('sent → at the other side', toOtherSide, 'p99 ≤ 100 ms'),
        row('sent → stored and acknowledged', toAnswer),
        row(`generator late by${refused > 0 ? ` (${refused} refused!)` : ''}`, lateness),
      ];
    }),
  );
  console.log();
  printTable(
    ['messages/s', 'CPU', 'waited for a core', 'memory of the server', 'of the store'],
    rounds.map(({ plan, processors, serverBytes, storeBytes }) => [
      String(plan.perSecond),
      describeProcessors(processors),
      `server ${processors.serverWaited.toFixed(0)} %, store ${processors.storeWaited.toFixed(0)} %`,
      inMegabytes(serverBytes),
      inMegabytes(storeBytes),
    ]),
  );
}

function describeProcessors({ server, store, generator }: Processors): string {
  return `server ${server.toFixed(0)} %, store ${store.toFixed(0)} %, generator ${generator.toFixed(0)} %`;
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
