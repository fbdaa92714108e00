/** Many customers and reps at once, in processes of their own, so that the server is what is measured and not the test. */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createRep, signInRep } from '../../support/people.ts';
import type { Administrator } from '../../support/people.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import type { FleetNews, FleetOrder, LinkBreak, Pace, RepOfFleet, SessionHistory } from './fleet-words.ts';

export interface Fleet {
  /** Everybody writes from now on. */
  write(pace: Pace): void;
  hush(): void;
  /** Resolves when so many more messages have been acknowledged. */
  acknowledges(more: number): Promise<void>;
  acknowledged(): number;
  /** Resolves when every link of every process that was lost is there again, with all the breaks. */
  back(): Promise<LinkBreak[]>;
  /** Resolves when nothing is unsent and everybody has seen everything. */
  settle(): Promise<SessionHistory[]>;
  stop(): Promise<void>;
}

const WITHIN_MS = 150_000;

/** Signs reps in and opens `sessions` sessions, shared out among them and among `processes`. */
export async function openFleet(
  server: ServerProcess,
  administrator: Administrator,
  { reps, sessions, processes }: { readonly reps: number; readonly sessions: number; readonly processes: number },
): Promise<Fleet> {
  const people: RepOfFleet[] = [];
  for (let made = 0; made < reps; made += 1) {
    const rep = await createRep(administrator, { displayName: `Rep ${made + 1}` });
    const { token } = await signInRep(server, rep);
    people.push({ userId: rep.userId, token: token as RepOfFleet['token'], customers: sessions / reps });
  }
  const ships = Array.from({ length: processes }, launch);
  const all = <T>(work: (ship: Ship) => Promise<T>) => Promise.all(ships.map(work));
  const order = (what: FleetOrder) => ships.forEach((ship) => ship.order(what));
  const acknowledged = () => ships.reduce((sum, ship) => sum + ship.acknowledged(), 0);
  const stop = async () => void (await all((ship) => ship.stop()));
  try {
    await all(async (ship) => {
      const own = people.filter((_rep, index) => ships[index % processes] === ship);
      ship.order({ type: 'open', origin: server.origin, reps: own });
      await ship.hears('opened');
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    write: (pace) => order({ type: 'write', pace }),
    hush: () => order({ type: 'hush' }),
    acknowledged,
    async acknowledges(more) {
      const enough = acknowledged() + more;
      while (acknowledged() < enough) await Promise.race(ships.map((ship) => ship.hears('acknowledged')));
    },
    back: async () => (await all((ship) => ship.hears('back'))).flatMap(({ links }) => links),
    async settle() {
      order({ type: 'settle' });
      return (await all((ship) => ship.hears('settled'))).flatMap(({ histories }) => histories);
    },
    stop,
  };
}

interface Ship {
  order(what: FleetOrder): void;
  /** The next news of this kind. Rejects when the process fails or says nothing for long. */
  hears<T extends FleetNews['type']>(type: T): Promise<Extract<FleetNews, { type: T }>>;
  acknowledged(): number;
  stop(): Promise<void>;
}

function launch(): Ship {
  const child: ChildProcess = fork(join(import.meta.dirname, 'fleet-process.ts'), [], {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  });
  const listeners = new Set<(news: FleetNews) => void>();
  let count = 0;
  let failure: string | undefined;
  child.on('message', (news: FleetNews) => {
    if (news.type === 'acknowledged') count = news.count;
    if (news.type === 'failed') failure ??= news.text;
    for (const listener of listeners) listener(news);
  });
  child.once('exit', () => listeners.forEach((listener) => listener({ type: 'failed', text: 'The process ended.' })));
  return {
    order: (what) => void child.send(what),
    acknowledged: () => count,
    hears: (type) =>
      new Promise((resolve, reject) => {
        const settle = (end: () => void) => {
          clearTimeout(timer);
          listeners.delete(listen);
          end();
        };
        const listen = (news: FleetNews) => {
          if (news.type === 'failed') settle(() => reject(new Error(`The fleet failed: ${news.text}`)));
          else if (isOf(news, type)) settle(() => resolve(news));
        };
        const timer = setTimeout(
          () => settle(() => reject(new Error(`The fleet did not tell ${type} in ${WITHIN_MS} ms`))),
          WITHIN_MS,
        );
        listeners.add(listen);
        if (failure !== undefined) listen({ type: 'failed', text: failure });
      }),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function isOf<T extends FleetNews['type']>(news: FleetNews, type: T): news is Extract<FleetNews, { type: T }> {
  return news.type === type;
}
