/** A floor of reps and the customers who come to it, on the real features and a clock that the test moves. */
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import * as v from 'valibot';
import type { BrowserId } from '../../../server/edge/links.ts';
import { offerModel } from '../../../server/distribution/offer-model.ts';
import type { OfferPolicy } from '../../../shared/contract/queue-settings.ts';
import { OfferId, RequestId } from '../../../shared/contract/identifiers.ts';
import { aBrowser, featuresInProcess, pageOf } from '../server-sessions/features-in-process.ts';
import type { FeaturesInProcess } from '../server-sessions/features-in-process.ts';

export type Floor = Awaited<ReturnType<typeof openFloor>>;

/** Waits for something that comes by itself within seconds. */
export async function until(what: string, isSo: () => Promise<boolean>, withinMs = 15_000) {
  const end = performance.now() + withinMs;
  while (!(await isSo())) {
    assert.ok(performance.now() < end, `${what} did not come`);
    await pause(20);
  }
}

/** Reps by name, all Online, in one channel. Each has been idle for longer than the next one. */
export async function openFloor(
  repNames: readonly string[],
  some: {
    readonly policy?: OfferPolicy;
    readonly availableQueue?: number;
    readonly capacities?: Record<string, number>;
  } = {},
) {
  const clock = { at: Date.now(), now: () => clock.at };
  const { policy = 'longest-idle', availableQueue = 2, capacities = {} } = some;
  const world: FeaturesInProcess = await featuresInProcess({
    repNames,
    availableQueue,
    busyQueue: 99,
    policy,
    clock,
    capacities,
  });
  const rep = (name: string) => world.reps.find(({ displayName }) => displayName === name) ?? assert.fail(name);
  const as = (name: string) => ({ linkId: name, account: rep(name) });
  const { repHandlers, customerHandlers, listeners } = world.features;
  for (const name of repNames) {
    clock.at += 1000;
    await repHandlers['presence.set']({ presence: 'away' }, as(name));
    await repHandlers['presence.set']({ presence: 'online' }, as(name));
  }
  const snapshot = async (name: string) => repHandlers['snapshot.get']({}, as(name));

  return {
    world,
    clock,
    rep,
    as,
    snapshot,
    offers: offerModel(world.connection),
    /** Somebody asks, and has their page open. */
    async ask(name: string): Promise<BrowserId> {
      const browser = aBrowser();
      world.browsers.add(browser);
      await listeners.browserJoined(browser);
      const form = { channel: world.channel.id, name, email: '', phone: '', reason: 'Printer', message: '' };
      await customerHandlers['requests.ask'](form, pageOf(browser));
      clock.at += 1;
      return browser;
    },
    async stateOf(browser: BrowserId) {
      return (await customerHandlers['page.open']({}, pageOf(browser))).state;
    },
    /** Who is offered whom now, such as `{ Ana: 'Marta' }`. */
    async offered(): Promise<Record<string, string>> {
      const asked: Record<string, string> = {};
      for (const { displayName } of world.reps) {
        const { offer, requests } = await snapshot(displayName);
        const request = requests.find(({ id }) => id === offer?.request);
        if (request !== undefined) asked[displayName] = request.name;
      }
      return asked;
    },
    async settlesAt(wanted: Record<string, string>) {
      let seen = '';
      await until(JSON.stringify(wanted), async () => {
        seen = JSON.stringify(await this.offered());
        return seen === JSON.stringify(wanted);
      }).catch((error: unknown) => assert.fail(`${String(error)}; it was ${seen}`));
    },
    async pass(name: string) {
      const { offer } = await snapshot(name);
      await repHandlers['offers.pass']({ offer: v.parse(OfferId, offer?.id) }, as(name));
    },
    async claim(name: string, customer: string) {
      const found = (await snapshot(name)).requests.find((one) => one.name === customer);
      return repHandlers['requests.claim']({ request: v.parse(RequestId, found?.id) }, as(name));
    },
    async leave(name: string) {
      world.accounts.delete(rep(name).id);
      await listeners.repLeft(rep(name).id);
    },
    async comeBack(name: string) {
      world.accounts.add(rep(name).id);
      await listeners.repJoined(rep(name).id);
    },
    async outcomes() {
      const names = new Map(world.reps.map(({ id, displayName }) => [id, displayName]));
      const all = await offerModel(world.connection).find({}).sort({ madeAt: 1 }).lean();
      return all.map((offer) => `${names.get(offer.rep) ?? '?'} ${offer.state}`);
    },
    stop: () => world.stop(),
  };
}
