/** Chat at a steady rate over all sessions, by the clock and not by the answers: a slow server is not spared. */
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type { Crowd, Pair } from './crowd.ts';
import type { LeanLink } from './lean-link.ts';

export const ChatPlan = v.object({
  perSecond: v.number(),
  /** Sent, and not counted. */
  warmUpSeconds: v.number(),
  countedSeconds: v.number(),
  /** Whether the other side also says that it has read each message, as open pages do. */
  withReadMarks: v.boolean(),
});
export type ChatPlan = v.InferOutput<typeof ChatPlan>;

/** Milliseconds, one for each message counted; what never came is not among them. */
export const ChatFigures = v.object({
  sent: v.number(),
  /** From sending to the event at the other side. */
  toOtherSide: v.array(v.number()),
  /** From sending to the answer, which comes when it is stored. */
  toAnswer: v.array(v.number()),
  /** By how much the generator itself sent too late. */
  lateness: v.array(v.number()),
  refused: v.number(),
});
export type ChatFigures = v.InferOutput<typeof ChatFigures>;

const TICK_MS = 2;
const STRAGGLERS_MS = 10_000;
const words = 'Thank you, I have looked. The light beside the lid is still orange, and it says that paper is missing.';

let talks = 0;

/** `onPhase` hears when counting begins and when the last counted message was sent. */
export async function talk(
  { pairs, reps }: Crowd,
  plan: ChatPlan,
  onPhase: (phase: 'counting' | 'counted') => void,
): Promise<ChatFigures> {
  const { perSecond, warmUpSeconds, countedSeconds } = plan;
  const skipped = perSecond * warmUpSeconds;
  const total = skipped + perSecond * countedSeconds;
  const [sentAt, arrivedAt, answeredAt, dueAt] = [0, 0, 0, 0].map(() => new Float64Array(total)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let [open, refused] = [total, 0];
  talks += 1;
  // What an earlier talk left under way must not be taken for this one's.
  const marker = `"text":"${talks}. `;
  /** Even ones are the customer's, odd ones the rep's, so that sessions and sides take turns. */
  const isCustomers = (message: number) => Math.floor(message / pairs.length) % 2 === 0;
  const listen = (link: LeanLink, side: 'customer' | 'rep', sessionOf: (message: number) => Pair | undefined) => {
    link.onEvent = (frame) => {
      const at = frame.indexOf(marker);
      if (at < 0) return;
      const message = Number.parseInt(frame.toString('latin1', at + marker.length, at + marker.length + 9), 10);
      if (isCustomers(message) === (side === 'customer') || arrivedAt[message] !== 0) return;
      arrivedAt[message] = performance.now();
      open -= 1;
      if (plan.withReadMarks) markRead(link, sessionOf(message), frame);
    };
  };
  const pairOf = (message: number) => pairs[message % pairs.length];
  for (const { customer } of pairs) listen(customer, 'customer', pairOf);
  for (const rep of reps) listen(rep, 'rep', pairOf);

  const send = (message: number, due: number) => {
    const pair = pairOf(message);
    if (pair === undefined) return;
    const link = isCustomers(message) ? pair.customer : pair.rep;
    dueAt[message] = due;
    sentAt[message] = performance.now();
    link.send('chat.send', chatParams(pair.session, `${talks}. ${message}`), (answer) => {
      answeredAt[message] = performance.now();
      if (answer.toString('latin1', 0, 11) !== '[{"ok":true') refused += 1;
    });
  };

  const startedAt = performance.now();
  let next = 0;
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const due = Math.min(total, 1 + Math.floor(((performance.now() - startedAt) * perSecond) / 1000));
      for (; next < due; next += 1) {
        if (next === skipped) onPhase('counting');
        send(next, startedAt + (next * 1000) / perSecond);
      }
      if (next < total) return;
      clearInterval(timer);
      resolve();
    }, TICK_MS);
  });
  onPhase('counted');
  await untilNone(() => open + (answeredAt.includes(0) ? 1 : 0));

  const since = (times: Float64Array, from: Float64Array) =>
    [...times.subarray(skipped)].flatMap((time, index) => (time === 0 ? [] : [time - (from[skipped + index] ?? 0)]));
  return {
    sent: total - skipped,
    toOtherSide: since(arrivedAt, sentAt),
    toAnswer: since(answeredAt, sentAt),
    lateness: since(sentAt, dueAt),
    refused,
  };
}

function chatParams(session: string, number: string): string {
  const clientId = randomBytes(16).toString('base64url');
  return `{"session":"${session}","clientId":"${clientId}","text":"${number} ${words}"}`;
}

function markRead(link: LeanLink, pair: Pair | undefined, frame: Buffer): void {
  const [, seq] = /"seq":(\d+)/.exec(frame.toString('latin1')) ?? [];
  if (pair === undefined || seq === undefined) return;
  link.send('chat.read', `{"session":"${pair.session}","seq":${seq}}`, () => {});
}

async function untilNone(open: () => number): Promise<void> {
  const until = performance.now() + STRAGGLERS_MS;
  while (open() > 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
}
