/** Starts the load generator and gives it orders. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { ChatFigures } from './chat-load.ts';
import type { ChatPlan } from './chat-load.ts';
import type { CrowdPlan } from './crowd.ts';
import type { Order } from './generator.ts';
import { StormFigures } from './storm.ts';

export interface Generator {
  readonly pid: number;
  /** Returns how many links are open. */
  gather(plan: CrowdPlan): Promise<number>;
  /** `onPhase` hears when counting begins and ends. */
  talk(plan: ChatPlan, onPhase: (phase: 'counting' | 'counted') => void): Promise<ChatFigures>;
  /** Drops every link at once; resolves when all are there again. */
  storm(): Promise<StormFigures>;
  /** Links that the server has closed so far. */
  lost(): number;
  stop(): Promise<void>;
}

const Told = v.variant('told', [
  v.object({ told: v.literal('gathered'), links: v.number() }),
  v.object({ told: v.picklist(['counting', 'counted']) }),
  v.object({ told: v.literal('talked'), figures: ChatFigures }),
  v.object({ told: v.literal('back'), figures: StormFigures }),
  v.object({ told: v.literal('lost') }),
  v.object({ told: v.literal('failed'), why: v.string() }),
]);
type Told = v.InferOutput<typeof Told>;

export function startGenerator(): Generator {
  const child = fork(resolve(import.meta.dirname, 'generator.ts'), [], {
    execArgv: ['--import=tsx'],
    serialization: 'advanced',
  });
  const ended = once(child, 'exit');
  let lost = 0;
  const order = (wanted: Order) => child.send(wanted);
  const hear = <T>(take: (told: Told, done: (value: T) => void) => void): Promise<T> =>
    new Promise((done, fail) => {
      const onMessage = (message: unknown) => {
        const told = v.parse(Told, message);
        if (told.told === 'failed') return settle(() => fail(new Error(told.why)));
        take(told, (value) => settle(() => done(value)));
      };
      const onExit = () => settle(() => fail(new Error('The load generator ended by itself')));
      const settle = (finish: () => void) => {
        child.off('message', onMessage).off('exit', onExit);
        finish();
      };
      child.on('message', onMessage).once('exit', onExit);
    });
  child.on('message', (message) => {
    const told = v.safeParse(Told, message);
    if (told.success && told.output.told === 'lost') lost += 1;
  });

  return {
    pid: child.pid ?? 0,
    async gather(plan) {
      order({ do: 'gather', plan });
      return hear((told, done) => {
        if (told.told === 'gathered') done(told.links);
      });
    },
    async talk(plan, onPhase) {
      order({ do: 'talk', plan });
      return hear((told, done) => {
        if (told.told === 'counting' || told.told === 'counted') onPhase(told.told);
        if (told.told === 'talked') done(told.figures);
      });
    },
    async storm() {
      order({ do: 'storm' });
      return hear((told, done) => {
        if (told.told === 'back') done(told.figures);
      });
    },
    lost: () => lost,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) order({ do: 'leave' });
      await ended;
    },
  };
}
