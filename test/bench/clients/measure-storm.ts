/** A server whose whole crowd loses its connections at once, while some people sign in. */
import { setTimeout as wait } from 'node:timers/promises';
import { createRep, finishSetUp, signInRep } from '../../support/people.ts';
import type { Rep } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import { timeOf } from '../figures/time-of.ts';
import { startGenerator } from './generator-process.ts';
import { openChannel, processorMeter } from './measure-clients.ts';
import type { Processors } from './measure-clients.ts';
import type { StormFigures } from './storm.ts';

export interface StormScale {
  readonly reps: number;
  readonly talking: number;
  readonly looking: number;
}

export interface MeasuredStorm extends StormFigures {
  readonly links: number;
  readonly processors: Processors;
  /** Milliseconds of each sign-in by password while they came back. */
  readonly signIns: readonly number[];
  /** Sign-ins that came to nothing. */
  readonly failedSignIns: number;
}

const CALM_MS = 5000;
/** Between two sign-ins. */
const PAUSE_MS = 500;

export async function measureStorm({ reps, talking, looking }: StormScale): Promise<MeasuredStorm> {
  const server = await startServerProcess({ passwordsFaster: 1, settings: { LOG_LEVEL: 'warn' } });
  const generator = startGenerator();
  try {
    const administrator = await finishSetUp(server);
    const channel = await openChannel(administrator);
    const people: Rep[] = [];
    const repTokens: string[] = [];
    for (let made = 0; made < reps; made += 1) {
      const rep = await createRep(administrator, { displayName: `Rep ${made}` });
      people.push(rep);
      repTokens.push((await signInRep(server, rep)).token);
    }
    const links = await generator.gather({ origin: server.origin, channel, repTokens, talking, looking });
    await wait(CALM_MS);

    const [somebody] = people;
    if (somebody === undefined) throw new Error('There is no rep');
    const signIns: number[] = [];
    let failedSignIns = 0;
    let isOver = false;
    // One after the other: hashing has a line of its own, and how long that is when many sign in is measured elsewhere.
    const signingIn = (async () => {
      while (!isOver) {
        signIns.push(await timeOf(() => signInRep(server, somebody).catch(() => (failedSignIns += 1))));
        await wait(PAUSE_MS);
      }
    })();
    const read = processorMeter(server.pid, generator.pid)();
    const figures = await generator.storm();
    const processors = read();
    isOver = true;
    await signingIn;
    return { ...figures, links, processors, signIns, failedSignIns };
  } finally {
    await generator.stop();
    await server.stop();
  }
}
