/** One server process, its store and a crowd of clients, on one machine: what they cost and how long messages take. */
import { setTimeout as wait } from 'node:timers/promises';
import { childrenOf, processorMs, waitedMs } from '../figures/processor-time.ts';
import { residentBytes, settledBytes } from '../figures/memory.ts';
import { openNodeInspector } from '../figures/node-inspector.ts';
import type { NodeInspector } from '../figures/node-inspector.ts';
import { createRep, finishSetUp, signInRep } from '../../support/people.ts';
import type { Administrator } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import type { ChatFigures, ChatPlan } from './chat-load.ts';
import { startGenerator } from './generator-process.ts';
import type { Generator } from './generator-process.ts';

export interface Scale {
  readonly reps: number;
  readonly talking: number;
  readonly looking: number;
  readonly rounds: readonly ChatPlan[];
}

/** Per cent of one core while the messages were counted. */
export interface Processors {
  readonly server: number;
  readonly store: number;
  readonly generator: number;
  /** Time in which the server, or the store, had work and no core. A quiet machine has close to none. */
  readonly serverWaited: number;
  readonly storeWaited: number;
}

export interface Round {
  readonly plan: ChatPlan;
  readonly chat: ChatFigures;
  readonly processors: Processors;
  /** Right after the round, no garbage collected. */
  readonly serverBytes: number;
  readonly storeBytes: number;
}

export interface ClientFigures {
  readonly links: number;
  readonly lost: number;
  readonly gatherSeconds: number;
  /** Server alone, garbage collected, before anybody came and with everybody there and silent. */
  readonly bytesBefore: number;
  readonly bytesAfter: number;
  /** All three, with everybody there and silent: heartbeats are all there is. */
  readonly silent: Processors;
  readonly rounds: readonly Round[];
}

const SILENT_MS = 10_000;

export async function measureClients(scale: Scale): Promise<ClientFigures> {
  const server = await startServerProcess({
    passwordsFaster: 1,
    settings: { NODE_OPTIONS: '--inspect=127.0.0.1:0', LOG_LEVEL: 'warn' },
  });
  const generator = startGenerator();
  const inspector = await openNodeInspector(server.output());
  try {
    return await measureWith({ server, generator, inspector }, scale);
  } finally {
    // A process waits at its end for whoever inspects it.
    inspector.close();
    await generator.stop();
    await server.stop();
  }
}

interface Stage {
  readonly server: ServerProcess;
  readonly generator: Generator;
  readonly inspector: NodeInspector;
}

async function measureWith({ server, generator, inspector }: Stage, scale: Scale): Promise<ClientFigures> {
  const { reps, talking, looking } = scale;
  const administrator = await finishSetUp(server);
  const channel = await openChannel(administrator);
  const repTokens: string[] = [];
  for (let made = 0; made < reps; made += 1) {
    const rep = await createRep(administrator, { displayName: `Rep ${made}` });
    repTokens.push((await signInRep(server, rep)).token);
  }
  const settled = async () => {
    await inspector.collectGarbage();
    return settledBytes(server.pid);
  };
  const bytesBefore = await settled();
  const startedAt = performance.now();
  const links = await generator.gather({ origin: server.origin, channel, repTokens, talking, looking });
  const gatherSeconds = (performance.now() - startedAt) / 1000;
  const bytesAfter = await settled();

  const meter = processorMeter(server.pid, generator.pid);
  const readSilent = meter();
  await wait(SILENT_MS);
  const silent = readSilent();
  const rounds: Round[] = [];
  for (const plan of scale.rounds) {
    let readRound = meter();
    let processors: Processors | undefined;
    const chat = await generator.talk(plan, (phase) => {
      if (phase === 'counting') readRound = meter();
      else processors = readRound();
    });
    const [store = 0] = childrenOf(server.pid);
    rounds.push({
      plan,
      chat,
      processors: processors ?? readRound(),
      serverBytes: residentBytes(server.pid),
      storeBytes: residentBytes(store),
    });
  }
  return { links, lost: generator.lost(), gatherSeconds, bytesBefore, bytesAfter, silent, rounds };
}

/** Room for everybody: how many customers a rep may have is a setting, and here it is set high. */
export async function openChannel({ panel }: Administrator): Promise<string> {
  const [first] = (await panel.call('channels.list', {})).channels;
  if (first === undefined) throw new Error('The server has no channel');
  const { id, name, description, distribution } = first;
  const numbers = { availableQueue: 99, busyQueue: 99 };
  await panel.call('channels.update', { id, name, description, numbers, distribution });
  return id;
}

/** Begins to measure; the returned function tells the shares of a core since then. */
export function processorMeter(server: number, generator: number): () => () => Processors {
  const read = () => {
    const stores = childrenOf(server);
    const store = processorMs(stores);
    return {
      at: performance.now(),
      server: processorMs([server]) - store,
      store,
      generator: processorMs([generator]),
      serverWaited: waitedMs(server),
      storeWaited: waitedMs(stores[0] ?? 0),
    };
  };
  return () => {
    const from = read();
    return () => {
      const to = read();
      const share = (name: keyof Processors) => ((to[name] - from[name]) / (to.at - from.at)) * 100;
      return {
        server: share('server'),
        store: share('store'),
        generator: share('generator'),
        serverWaited: share('serverWaited'),
        storeWaited: share('storeWaited'),
      };
    };
  };
}
