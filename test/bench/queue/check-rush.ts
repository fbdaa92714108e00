/** Whether a rush lost, doubled or overtook anybody: what was stored against what was seen. Pure; gives faults, a sentence each. */
import type { Centre } from './found-centre.ts';
import { grouped } from './grouped.ts';
import type { StoredRush } from './stored-rush.ts';
import type { SeenRush } from './what-was-seen.ts';

/** Refusals that belong to a race. */
const fairRefusals = ['already-taken', 'at-capacity', 'not-found'];

/** Everybody who asked is stored once, and was either helped by exactly one rep or gave up. */
export function lostOrDoubled({ requests, sessions }: StoredRush, { customers, claims }: SeenRush): string[] {
  const faults: string[] = [];
  const must = (isSo: boolean, fault: string) => void (isSo || faults.push(fault));
  const byName = grouped(requests, ({ name }) => name);
  const bySession = new Map(sessions.map((session) => [session._id as string, session]));
  const wins = grouped(
    claims.filter(({ outcome }) => 'session' in outcome),
    ({ request }) => request,
  );
  for (const { name, sessions: told, at, gaveUp } of customers) {
    const [request, ...more] = byName.get(name) ?? [];
    if (request === undefined || more.length > 0) {
      faults.push(`${name} stands ${request === undefined ? 'nowhere' : 'twice'}`);
      continue;
    }
    const won = wins.get(request._id) ?? [];
    if (request.state === 'claimed') {
      const session = bySession.get(request.session ?? '');
      must(session?.owner === request.claimedBy && session?.browser === request.browser, `${name} has no own session`);
      must(session?.state === 'ended', `${name}'s session has not ended`);
      must(told.length === 1 && told[0] === request.session, `${name} was told of ${told.length} sessions`);
      must(won.length === 1 && won[0]?.rep === request.claimedBy, `${name} was won by ${won.length} reps`);
      must(at === 'summary', `${name}'s page shows ${at}`);
    } else {
      must(request.state === 'left' && gaveUp, `${name} is ${request.state} and did not give up`);
      must(told.length === 0 && won.length === 0, `${name} left and was claimed`);
      must(at === 'start', `${name}'s page shows ${at}`);
    }
  }
  const claimed = requests.filter(({ state }) => state === 'claimed').length;
  must(requests.length === customers.length, `${requests.length} requests of ${customers.length} customers`);
  must(sessions.length === claimed, `${sessions.length} sessions of ${claimed} claimed requests`);
  for (const { rep, outcome } of claims) {
    if ('refused' in outcome) must(fairRefusals.includes(outcome.refused), `${rep} was refused: ${outcome.refused}`);
  }
  return faults;
}

/** Of what was put before reps, exactly that counts as accepted which they took while it stood. */
export function wronglyEnded({ requests, offers }: StoredRush): string[] {
  const byId = new Map(requests.map((request) => [request._id, request]));
  return offers.flatMap(({ request: id, rep, state, madeAt, settledAt = Infinity }) => {
    const { claimedBy, settledAt: takenAt = Infinity } = byId.get(id) ?? {};
    const isTaken = claimedBy === rep && madeAt < takenAt && takenAt < settledAt;
    if (isTaken && state !== 'accepted') return [`an offer that was taken is ${state}`];
    return state === 'accepted' && claimedBy !== rep ? ['an offer is accepted that somebody else took'] : [];
  });
}

/** No rep had more sessions at a time than they may, nor two offers, and no request two offers that were to be alone. */
export function tooMuchAtOnce({ sessions, offers }: StoredRush, { reps }: Centre): string[] {
  const faults: string[] = [];
  for (const { id, capacity } of reps) {
    const own = sessions.filter(({ owner }) => owner === id);
    const most = mostAtOnce(own.map(({ startedAt, endedAt }) => [startedAt, endedAt ?? Infinity]));
    if (most > capacity) faults.push(`a rep had ${most} sessions at once, and may have ${capacity}`);
  }
  const times = (some: typeof offers) => some.map(({ madeAt, settledAt }) => [madeAt, settledAt ?? Infinity] as const);
  for (const own of grouped(offers, ({ rep }) => rep).values()) {
    if (mostAtOnce(times(own)) > 1) faults.push('a rep had two offers at once');
  }
  const alone = offers.filter(({ exclusive }) => exclusive);
  for (const own of grouped(alone, ({ request }) => request).values()) {
    if (mostAtOnce(times(own)) > 1) faults.push('a request was put before two reps, each alone');
  }
  for (const { state } of offers) if (state === 'open' || state === 'missed') faults.push(`an offer is ${state}`);
  return faults;
}

/** What ends and what begins in the same millisecond did not overlap. */
function mostAtOnce(stretches: readonly (readonly [number, number])[]): number {
  const turns = stretches.flatMap(([from, to]) => [
    { at: from, by: 1 },
    { at: Math.max(from, to), by: -1 },
  ]);
  let [now, most] = [0, 0];
  for (const { by } of turns.toSorted((one, other) => one.at - other.at || one.by - other.by)) {
    now += by;
    most = Math.max(most, now);
  }
  return most;
}
