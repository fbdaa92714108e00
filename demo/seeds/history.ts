import { sessionModel } from '../../server/sessions/session-model.ts';
import { logEntryModels } from '../../server/session-log/log-entry-model.ts';
import { createSessionLog } from '../../server/session-log/session-log.ts';
import { requestModel } from '../../server/queue/request-model.ts';
import type { RequestRecord } from '../../server/queue/request-model.ts';
import { presenceModels } from '../../server/presence/presence-model.ts';
import { createLog } from '../../server/logging/log.ts';
import { newId } from '../../server/secrets/random.ts';
import type { StoredChannel } from '../../server/edge/feature-seam.ts';
import type { Account } from '../../shared/contract/account.ts';
import { RequestId } from '../../shared/contract/identifiers.ts';
import type { Office } from '../office.ts';
import { pastSession } from './past-session.ts';
import type { PastSession } from './past-session.ts';
import { channels as names } from './channels.ts';
import { seedGivenUp } from './given-up.ts';
import { pauseBefore, waitOf } from './pace.ts';
import { customers, stories } from './stories.ts';
import type { Story } from './stories.ts';
import { presenceOn, shiftOn, workingDays } from './working-days.ts';
import type { Stretch } from './working-days.ts';

const WEEKS = 5;
const MINUTE_MS = 60_000;

/** Weeks of requests and sessions with their logs, and when the reps were there for them. */
export async function seedHistory(office: Office): Promise<void> {
  const { accounts, channels, connection, dice, today } = office;
  const sessions = sessionModel(connection);
  const requests = requestModel(connection);
  const presence = presenceModels(connection);
  const logModels = logEntryModels(connection);
  const log = createSessionLog(logModels, { clock: { now: () => today }, log: createLog('error') });
  for (const model of [sessions, requests, presence.reps, presence.intervals, logModels.entries, logModels.damaged]) {
    await model.createIndexes();
  }
  const all = await channels.list();
  const reps = (await accounts.list()).filter((account) => account.channels.length > 0);

  async function keep(session: PastSession, rep: Account) {
    await log.begin(session.entries);
    await sessions.create([session.record]);
    const request = requestOf(session, rep, office);
    if (request !== undefined) await requests.create([request]);
  }

  for (const rep of reps) {
    let offlineSince = 0;
    for (const day of workingDays(today, WEEKS)) {
      if (dice.happens(0.15)) continue;
      const shift = shiftOn(day, dice);
      const helped: Stretch[] = [];
      for (let at = shift.from; ;) {
        at += pauseBefore(at, dice) * MINUTE_MS;
        if (at > shift.to - 45 * MINUTE_MS) break;
        const own = all.filter(({ id }) => rep.channels.includes(id));
        const story = dice.oneOf(stories.filter((each) => each.channel === null || channelOf(each, own) !== undefined));
        const channel = channelOf(story, own);
        const customer = dice.oneOf(customers);
        const session = pastSession({ story, channel, customer, rep, startedAt: at, dice });
        await keep(session, rep);
        helped.push({ from: at, to: session.endedAt });
        at = session.endedAt;
      }
      if (offlineSince > 0) {
        await presence.intervals.create([{ account: rep.id, presence: 'offline', from: offlineSince, to: shift.from }]);
      }
      await presence.intervals.insertMany(presenceOn(rep.id, shift, helped));
      offlineSince = Math.max(shift.to, helped.at(-1)?.to ?? 0);
    }
    await presence.intervals.create([{ account: rep.id, presence: 'offline', from: offlineSince, lasts: true }]);
    await presence.reps.create([{ _id: rep.id, loggedIn: false, chosen: 'online', seats: [], shown: 'offline' }]);
  }
  await seedGivenUp(office, requests, workingDays(today, WEEKS));
}

function channelOf({ channel }: Story, own: readonly StoredChannel[]): StoredChannel | undefined {
  return channel === null ? undefined : own.find(({ name }) => name === names[channel].name);
}

/** The request that a session began with; none for one that began with a code. */
function requestOf({ record, entries }: PastSession, rep: Account, { dice }: Office): RequestRecord | undefined {
  const { browser, channel, channelName, customer, reason, startedAt, _id: session } = record;
  const [first] = entries;
  if (channel === null || browser === undefined || first?.kind !== 'requested') return undefined;
  return {
    _id: newId(RequestId),
    browser,
    channel,
    channelName,
    ...customer,
    reason,
    message: first.message,
    createdAt: startedAt - waitOf(startedAt, dice) * 1000,
    placeAtStart: dice.between(1, 3),
    priority: 'normal',
    tried: [],
    state: 'claimed',
    settledAt: startedAt,
    claimedBy: rep.id,
    session,
  };
}
