/** A rush: customers fill the queues before any rep works, more come while they do, and it goes on until nobody waits. */
import { setTimeout as wait } from 'node:timers/promises';
import { startServerProcess } from '../../support/server-process.ts';
import { foundCentre } from './found-centre.ts';
import type { Centre } from './found-centre.ts';
import { openRushCustomer } from './rush-customer.ts';
import type { RushCustomer } from './rush-customer.ts';
import { openFloor } from './rush-floor.ts';
import type { RushPlan } from './rush-floor.ts';
import { openRushRep } from './rush-rep.ts';
import { now } from './what-was-seen.ts';
import type { SeenRush } from './what-was-seen.ts';

/** Who come at the same moment. */
const comeAtOnce = 16;

/** The real server over real links. The data folder is left for whoever counts afterwards. */
export async function rush(dataFolder: string, plan: RushPlan): Promise<{ centre: Centre; seen: SeenRush }> {
  const centre = await foundCentre(dataFolder, plan.reps);
  const server = await startServerProcess({ passwordsFaster: 1, dataFolder, settings: { LOG_LEVEL: 'warn' } });
  try {
    return { centre, seen: await play(server.origin, centre, plan) };
  } finally {
    await server.stop();
  }
}

async function play(origin: string, centre: Centre, plan: RushPlan): Promise<SeenRush> {
  const floor = openFloor(origin, plan);
  const reps = await Promise.all(centre.reps.map((rep) => openRushRep(floor, rep)));
  const customers: RushCustomer[] = [];
  const come = async (from: number, to: number) => {
    let next = from;
    const worker = async () => {
      while (next < to) {
        const index = next++;
        const { id } = floor.dice.oneOf(centre.channels);
        customers.push(await openRushCustomer(floor, `Customer ${index}`, id, reps));
      }
    };
    await Promise.all(Array.from({ length: comeAtOnce }, worker));
  };
  const startedAt = now();
  const first = Math.round(plan.customers * plan.inLineFirst);
  await come(0, first);
  const working = reps.map(async (rep) => {
    await wait(floor.dice.between(0, plan.repsComeMs));
    await rep.work();
  });
  await Promise.all([...working, come(first, plan.customers)]);
  await Promise.all(customers.map(({ served }) => served));
  await Promise.all(reps.map((rep) => rep.settled()));
  const lastedMs = now() - startedAt;
  const seen = [];
  for (const customer of customers) seen.push(await customer.seen());
  for (const link of [...customers, ...reps]) link.close();
  return { customers: seen, offers: floor.offers, claims: floor.claims, lastedMs };
}
