/** A customer of a rush: asks, waits, perhaps gives up, talks, and looks at the page once more at the end. */
import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';
import { PROTOCOL_VERSION } from '../../../shared/contract/protocol-version.ts';
import type { Priority } from '../../../shared/contract/queue-settings.ts';
import { LeanLink } from '../clients/lean-link.ts';
import { codeOf, eventIn, thisMachine } from './rush-floor.ts';
import type { RushFloor } from './rush-floor.ts';
import type { RushRep } from './rush-rep.ts';
import { now } from './what-was-seen.ts';
import type { SeenCustomer } from './what-was-seen.ts';

const Told = v.variant('type', [
  v.object({ type: v.literal('requests.claimed'), session: v.object({ id: v.string() }) }),
  v.object({ type: v.literal('sessions.ended') }),
]);
const heard = ['requests.claimed', 'sessions.ended'];
const Page = v.object({ state: v.object({ at: v.string() }) });
const form = { email: '', phone: '', reason: 'Printer', message: 'It prints nothing but stripes since this morning.' };

/** So many of them press more, or less, than others. */
const presses = 0.3;
const levels: readonly Priority[] = ['low', 'high', 'urgent'];

export interface RushCustomer {
  /** Resolves when they have been helped, or have given up. */
  readonly served: Promise<void>;
  /** What they saw; asks for the page anew. Call it when everybody is served. */
  seen(): Promise<SeenCustomer>;
  close(): void;
}

/** Resolves when they are in line. A rep of the channel may say how much it presses. */
export async function openRushCustomer(
  floor: RushFloor,
  name: string,
  channel: string,
  reps: readonly RushRep[],
): Promise<RushCustomer> {
  const { origin, plan, dice } = floor;
  const door = { protocol: PROTOCOL_VERSION, browserKey: null };
  const link = await LeanLink.open({ origin, audience: 'customer', door, pageOrigin: origin, from: thisMachine });
  const sessions: string[] = [];
  let [gaveUp, leave, finish] = [false, () => {}, () => {}];
  const served = new Promise<void>((resolve) => (finish = resolve));
  const claimed = new Promise<void>((resolve) => (leave = resolve));

  async function endSooner(session: string) {
    if (!dice.happens(0.5)) return;
    await wait(dice.between(...plan.sessionMs));
    floor.ended.get(session)?.(now());
    // The rep may have been faster.
    await link.call('sessions.end', { session, feelsWrong: false }).catch(() => undefined);
  }

  link.onEvent = (frame) => {
    const event = eventIn(frame, heard);
    if (event === undefined) return;
    const told = v.parse(Told, event);
    if (told.type === 'sessions.ended') return finish();
    sessions.push(told.session.id);
    leave();
    void endSooner(told.session.id);
  };

  await link.call('page.open', {});
  const askedAt = now();
  // Before it can be offered to anybody; its own name leads to it as soon as reps have heard of it.
  await link.call('requests.ask', { ...form, channel, name }).catch((error: unknown) => {
    // Taken between storing it and answering: the claim's own event has told the page.
    if (codeOf(error) !== 'not-found') throw error;
  });
  const inLineAt = now();
  const request = await requestCalled(floor, name);
  if (!floor.freeSince.has(request)) floor.freeSince.set(request, askedAt);
  const pressed = dice.happens(presses) ? await press(request) : {};
  if (dice.happens(plan.giveUp)) void giveUp();

  async function press(id: string): Promise<Pick<SeenCustomer, 'pressed'>> {
    const priority = dice.oneOf(levels);
    const rep = dice.oneOf(reps.filter((one) => one.channels.includes(channel)));
    const sentAt = now();
    const isDone = await rep.setPriority(id, priority).then(
      () => true,
      // Not in line any more: somebody was faster.
      () => false,
    );
    return isDone ? { pressed: { priority, sentAt, doneAt: now() } } : {};
  }

  async function giveUp() {
    await Promise.race([wait(dice.between(0, plan.patienceMs)), claimed]);
    if (sessions.length > 0) return;
    gaveUp = true;
    await link.call('requests.leave', {});
    // Whoever was claimed in that moment is in a session, and stays until its end.
    const { state } = v.parse(Page, await link.call('page.open', {}));
    if (state.at === 'start') finish();
  }

  return {
    served,
    async seen() {
      const { state } = v.parse(Page, await link.call('page.open', {}));
      return { name, channel, askedAt, inLineAt, ...pressed, gaveUp, sessions, at: state.at };
    },
    close: () => link.close(),
  };
}

/** A request's id, once a rep has heard of it. */
async function requestCalled({ requestOf }: RushFloor, name: string): Promise<string> {
  for (let looks = 0; looks < 6000; looks += 1) {
    const id = requestOf.get(name);
    if (id !== undefined) return id;
    await wait(10);
  }
  throw new Error(`No rep heard of ${name}`);
}
