/** The load generator's own process: does what the bench orders over the channel between parent and child. */
import * as v from 'valibot';
import { ChatPlan, talk } from './chat-load.ts';
import { CrowdPlan, gather } from './crowd.ts';
import type { Crowd } from './crowd.ts';
import { storm } from './storm.ts';

export const Order = v.variant('do', [
  v.object({ do: v.literal('gather'), plan: CrowdPlan }),
  v.object({ do: v.literal('talk'), plan: ChatPlan }),
  v.object({ do: v.literal('storm') }),
  v.object({ do: v.literal('leave') }),
]);
export type Order = v.InferOutput<typeof Order>;

let crowd: Crowd = { pairs: [], members: [], reps: [] };
const tell = (message: object) => process.send?.(message);

async function carryOut(order: Order): Promise<void> {
  switch (order.do) {
    case 'gather':
      crowd = await gather(order.plan);
      for (const { link } of crowd.members) void link.closed.then(() => tell({ told: 'lost' }));
      return void tell({ told: 'gathered', links: crowd.members.length });
    case 'talk':
      return void tell({ told: 'talked', figures: await talk(crowd, order.plan, (phase) => tell({ told: phase })) });
    case 'storm':
      return void tell({ told: 'back', figures: await storm(crowd) });
    case 'leave':
      return process.exit(0);
    default:
      return order satisfies never;
  }
}

process.on('message', (message) => {
  carryOut(v.parse(Order, message)).catch((error: unknown) => tell({ told: 'failed', why: String(error) }));
});
process.on('disconnect', () => process.exit(0));
