/** Everybody who is connected: reps, customers who talk with them, and customers who look at the request page. */
import * as v from 'valibot';
import { EXTENSION_ORIGIN } from '../../../shared/contract/extension-id.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract/protocol-version.ts';
import { LeanLink } from './lean-link.ts';

/** Who is to come, and to which server. */
export const CrowdPlan = v.object({
  origin: v.string(),
  channel: v.string(),
  /** One rep for each sign-in token. */
  repTokens: v.array(v.string()),
  /** Customers in a session, shared out evenly among the reps. */
  talking: v.number(),
  /** Customers on the request page. */
  looking: v.number(),
});
export type CrowdPlan = v.InferOutput<typeof CrowdPlan>;

/** One session with its two sides. */
export interface Pair {
  readonly session: string;
  readonly customer: LeanLink;
  readonly rep: LeanLink;
}

/** Somebody who is connected, and what they come back with. */
export interface Member {
  readonly link: LeanLink;
  /** The session they are in, if any. */
  session: string | null;
  reopen(): Promise<LeanLink>;
}

export interface Crowd {
  readonly pairs: readonly Pair[];
  readonly members: readonly Member[];
  readonly reps: readonly LeanLink[];
}

/** Links come in turn from 127.0.0.2 and its neighbours, as many offices: the server throttles requests by address. */
const ADDRESSES = 200;
const AT_ONCE = 16;
const ASK_WITHIN_MS = 60_000;

/** Connects everybody. The pages ask what a page asks when it opens; the sessions begin by request and claim. */
export async function gather(plan: CrowdPlan): Promise<Crowd> {
  let opened = 0;
  const members: Member[] = [];
  const open = async (audience: 'rep' | 'customer', token: string | null) => {
    const place = {
      origin: plan.origin,
      audience,
      pageOrigin: audience === 'rep' ? EXTENSION_ORIGIN : plan.origin,
      from: `127.0.0.${2 + (opened++ % ADDRESSES)}`,
    };
    const enter = async (key: string | null) => {
      const who = audience === 'rep' ? { token } : { browserKey: key };
      const entered = await LeanLink.open({ ...place, door: { protocol: PROTOCOL_VERSION, ...who } });
      await entered.call(audience === 'rep' ? 'snapshot.get' : 'page.open', {});
      return entered;
    };
    const link = await enter(null);
    const member: Member = { link, session: null, reopen: () => enter(link.browserKey) };
    members.push(member);
    return member;
  };

  const reps: LeanLink[] = [];
  for (const token of plan.repTokens) {
    reps.push((await open('rep', token)).link);
  }
  const pairs: Pair[] = [];
  const waiting = requestsSeenBy(reps[0]);
  await inParallel(plan.talking, async (index) => {
    const member = await open('customer', null);
    const customer = member.link;
    const rep = reps[index % reps.length];
    if (rep === undefined) throw new Error('There is no rep');
    const name = `Customer ${index}`;
    const seen = waiting(name);
    await customer.call('requests.ask', { ...form, channel: plan.channel, name });
    const claimed = v.parse(Claimed, await rep.call('requests.claim', { request: await seen }));
    member.session = claimed.session.id;
    pairs.push({ session: claimed.session.id, customer, rep });
  });
  await inParallel(plan.looking, () => open('customer', null));
  return { pairs, members, reps };
}

const Claimed = v.object({ session: v.object({ id: v.string() }) });
const RequestSeen = v.tuple([
  v.literal('event'),
  v.object({ type: v.literal('requests.waiting'), request: v.object({ id: v.string(), name: v.string() }) }),
]);

const form = { email: '', phone: '', reason: 'Printer', message: 'It prints nothing but stripes since this morning.' };

/** A rep's panel hears of every request of the channel: from there its id is known, by the customer's name. */
function requestsSeenBy(rep: LeanLink | undefined): (name: string) => Promise<string> {
  const wanted = new Map<string, (id: string) => void>();
  if (rep === undefined) throw new Error('There is no rep');
  rep.onEvent = (frame) => {
    if (!frame.includes('"requests.waiting"')) return;
    const { success, output } = v.safeParse(RequestSeen, JSON.parse(frame.toString('utf8', frame.indexOf('['))));
    if (success) wanted.get(output[1].request.name)?.(output[1].request.id);
  };
  return (name) =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`No rep saw the request of ${name}`)), ASK_WITHIN_MS);
      wanted.set(name, (id) => {
        clearTimeout(late);
        wanted.delete(name);
        resolve(id);
      });
    });
}

async function inParallel(count: number, work: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
