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
  /** Milliseconds of each sign-in by password that was begun while they came back. */
  readonly signIns: readonly number[];
}

const CALM_MS = 5000;
const SIGN_IN_EVERY_MS = 500;

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

    const signIns: Promise<number>[] = [];
    const [somebody] = people;
    if (somebody === undefined) throw new Error('There is no rep');
    const signIn = () => signIns.push(timeOf(() => signInRep(server, somebody)));
    const read = processorMeter(server.pid, generator.pid)();
    const timer = setInterval(signIn, SIGN_IN_EVERY_MS);
    signIn();
    const figures = await generator.storm();
    const processors = read();
    clearInterval(timer);
    return { ...figures, links, processors, signIns: await Promise.all(signIns) };
  } finally {
    await generator.stop();
    await server.stop();
  }
}
