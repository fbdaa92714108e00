/** A rep of a rush: takes what is put before them, sometimes passes it on, sometimes takes from the list, and ends sessions. */
import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';
import { EXTENSION_ORIGIN } from '../../../shared/contract/extension-id.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract/protocol-version.ts';
import { LeanLink } from '../clients/lean-link.ts';
import type { CentreRep } from './found-centre.ts';
import { codeOf, eventIn, thisMachine } from './rush-floor.ts';
import type { RushFloor } from './rush-floor.ts';
import { now } from './what-was-seen.ts';

const Told = v.variant('type', [
  v.object({
    type: v.literal('offers.made'),
    offer: v.object({ id: v.string(), request: v.string() }),
  }),
  v.object({
    type: v.literal('requests.waiting'),
    request: v.object({ id: v.string(), name: v.string(), channel: v.string() }),
  }),
  v.object({ type: v.picklist(['requests.claimed', 'requests.left']), request: v.string() }),
]);
const heard = ['offers.made', 'requests.waiting', 'requests.claimed', 'requests.left'];
const Won = v.object({ session: v.object({ id: v.string() }) });

/** Of these shares of what comes before them, reps pass on and look into the list. */
const [passesOn, looksIntoList] = [0.05, 0.05];

export interface RushRep {
  readonly id: string;
  readonly channels: readonly string[];
  /** Is there from now on, and works. */
  work(): Promise<void>;
  setPriority(request: string, priority: string): Promise<void>;
  /** Resolves when everything that was begun has been answered. */
  settled(): Promise<void>;
  close(): void;
}

/** Comes in, and is Away until they work. */
export async function openRushRep(floor: RushFloor, { id, token, channels }: CentreRep): Promise<RushRep> {
  const { origin, plan, dice } = floor;
  const door = { protocol: PROTOCOL_VERSION, token };
  const link = await LeanLink.open({ origin, audience: 'rep', door, pageOrigin: EXTENSION_ORIGIN, from: thisMachine });
  const doing = new Set<Promise<void>>();
  /** When this rep did last what may have made them free. */
  let freeSince = 0;
  const begin = (work: Promise<void>) => {
    doing.add(work);
    void work.finally(() => doing.delete(work));
  };

  async function claim(request: string) {
    const sentAt = now();
    try {
      const { session } = v.parse(Won, await link.call('requests.claim', { request }));
      floor.claims.push({ request, rep: id, outcome: { session: session.id } });
      begin(talk(session.id));
    } catch (error) {
      floor.claims.push({ request, rep: id, outcome: { refused: codeOf(error) } });
    }
    freeSince = Math.max(freeSince, sentAt);
  }

  async function talk(session: string) {
    floor.ended.set(session, (at) => {
      freeSince = Math.max(freeSince, at);
    });
    await wait(dice.between(...plan.sessionMs));
    // Half of the sessions are ended by the customer, who listens for it; whoever comes second does no harm.
    if (dice.happens(0.5)) await wait(plan.sessionMs[1]);
    freeSince = now();
    await link.call('sessions.end', { session });
    const line = [...(floor.waiting.get(dice.oneOf(channels)) ?? [])];
    if (line.length > 0 && dice.happens(looksIntoList)) await claim(dice.oneOf(line));
  }

  async function answer(offer: string, request: string) {
    await wait(dice.between(...plan.thinkMs));
    // Nobody is passed on twice, so that there is always somebody who does not rest from them.
    if (floor.passed.has(request) || !dice.happens(passesOn)) return claim(request);
    floor.passed.add(request);
    freeSince = now();
    floor.freeSince.set(request, freeSince);
    await link.call('offers.pass', { offer });
  }

  link.onEvent = (frame) => {
    const event = eventIn(frame, heard);
    if (event === undefined) return;
    const heardAt = now();
    const told = v.parse(Told, event);
    switch (told.type) {
      case 'offers.made': {
        const { id: offer, request } = told.offer;
        const possibleAt = Math.max(freeSince, floor.freeSince.get(request) ?? 0);
        floor.offers.push({ offer, rep: id, heardAt, possibleAt });
        begin(answer(offer, request));
        return;
      }
      case 'requests.waiting': {
        floor.requestOf.set(told.request.name, told.request.id);
        const line = floor.waiting.get(told.request.channel) ?? new Set();
        floor.waiting.set(told.request.channel, line.add(told.request.id));
        return;
      }
      case 'requests.claimed':
      case 'requests.left':
        for (const line of floor.waiting.values()) line.delete(told.request);
        return;
      default:
        return told satisfies never;
    }
  };
  await link.call('presence.set', { presence: 'away' });

  return {
    id,
    channels,
    async work() {
      freeSince = now();
      await link.call('presence.set', { presence: 'online' });
    },
    async setPriority(request, priority) {
      await link.call('requests.setPriority', { request, priority });
    },
    async settled() {
      while (doing.size > 0) await Promise.all(doing);
    },
    close: () => link.close(),
  };
}
