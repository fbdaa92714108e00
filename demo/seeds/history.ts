import { sessionModel } from '../../server/sessions/session-model.ts';
import { logEntryModels } from '../../server/session-log/log-entry-model.ts';
import { recordOf } from '../../server/session-log/entry-record.ts';
import { requestModel } from '../../server/queue/request-model.ts';
import type { RequestRecord } from '../../server/queue/request-model.ts';
import { presenceModels } from '../../server/presence/presence-model.ts';
import type { PresenceInterval } from '../../server/presence/presence-model.ts';
import { newId } from '../../server/secrets/random.ts';
import type { StoredChannel } from '../../server/edge/feature-seam.ts';
import type { Account } from '../../shared/contract/account.ts';
import { RequestId } from '../../shared/contract/identifiers.ts';
import type { ChosenIncident } from '../../shared/contract/incident.ts';
import type { Dice } from '../dice.ts';
import type { Office } from '../office.ts';
import { pastSession } from './past-session.ts';
import type { PastSession } from './past-session.ts';
import { channels as names } from './channels.ts';
import { givenUp } from './given-up.ts';
import { insertAll } from './insert-all.ts';
import { seedOffers } from './offers.ts';
import { pauseBefore, waitOf } from './pace.ts';
import { customers, stories } from './stories.ts';
import type { Story } from './stories.ts';
import { presenceOn, shiftOn, shiftsToday, workingDays } from './working-days.ts';
import type { Stretch } from './working-days.ts';

const WEEKS = 5;
const MINUTE_MS = 60_000;

/** What the past consists of, gathered first and stored together. */
interface Past {
  readonly sessions: PastSession[];
  readonly requests: RequestRecord[];
  readonly intervals: PresenceInterval[];
}

/** Weeks of requests and sessions with their logs, and when the reps were there for them. */
export async function seedHistory(office: Office): Promise<void> {
  const reps = (await office.accounts.list()).filter((account) => account.channels.length > 0);
  const days = workingDays(office.today, WEEKS);
  const { chosenIncidents: incidents } = office;
  const past: Past = { sessions: [], requests: [], intervals: [] };
  for (const rep of reps) workThrough(office, past, { rep, days, incidents, all: await office.channels.list() });
  past.requests.push(...(await givenUp(office, days, incidents)));
  await keep(office, past);
  await seedOffers(office, { ...past, reps });
}

/** What one representative did on these days, and on the day that is not over yet. */
function workThrough({ dice, today }: Office, past: Past, parts: Work): void {
  const { rep, days, incidents, all } = parts;
  const own = all.filter(({ id }) => rep.channels.includes(id));
  const fitting = stories.filter((each) => each.channel === null || channelOf(each, own) !== undefined);
  const shifts = days.filter(() => !dice.happens(0.15)).map((day) => shiftOn(day, dice));
  let offlineSince = 0;
  for (const shift of [...shifts, ...shiftsToday(today, dice)]) {
    const helped: Stretch[] = [];
    for (let at = shift.from; ;) {
      at += pauseBefore(at, dice) * MINUTE_MS;
      if (at > shift.to - 45 * MINUTE_MS) break;
      const story = dice.oneOf(fitting);
      const channel = channelOf(story, own);
      const incident = incidents.get(story.reason);
      const session = pastSession({
        ...{ story, channel, rep, startedAt: at, incident, dice },
        customer: dice.oneOf(customers),
      });
      past.sessions.push(session);
      past.requests.push(...requestOf(session, rep, dice));
      helped.push({ from: at, to: session.endedAt });
      at = session.endedAt;
    }
    if (offlineSince > 0) {
      past.intervals.push({ account: rep.id, presence: 'offline', from: offlineSince, to: shift.from });
    }
    past.intervals.push(...presenceOn(rep.id, shift, helped));
    offlineSince = Math.max(shift.to, helped.at(-1)?.to ?? 0);
  }
  past.intervals.push({ account: rep.id, presence: 'offline', from: offlineSince, lasts: true });
}

interface Work {
  readonly rep: Account;
  /** When each working day begins. */
  readonly days: readonly number[];
  readonly all: readonly StoredChannel[];
  /** By the reason of a story. */
  readonly incidents: ReadonlyMap<string, ChosenIncident>;
}

async function keep({ accounts, connection }: Office, { sessions, requests, intervals }: Past): Promise<void> {
  const models = { sessions: sessionModel(connection), requests: requestModel(connection) };
  const presence = presenceModels(connection);
  const logModels = logEntryModels(connection);
  const all = [...Object.values(models), ...Object.values(presence), ...Object.values(logModels)];
  for (const model of all) await model.createIndexes();
  await insertAll(
    logModels.entries,
    sessions.flatMap(({ entries }) => entries.map(recordOf)),
  );
  await insertAll(
    models.sessions,
    sessions.map(({ record }) => record),
  );
  await insertAll(models.requests, requests);
  await insertAll(presence.intervals, intervals);
  for (const { id, channels } of await accounts.list()) {
    if (channels.length === 0) continue;
    await presence.reps.create([{ _id: id, loggedIn: false, chosen: 'online', seats: [], shown: 'offline' }]);
  }
}

function channelOf({ channel }: Story, own: readonly StoredChannel[]): StoredChannel | undefined {
  return channel === null ? undefined : own.find(({ name }) => name === names[channel].name);
}

/** The request that a session began with; none for one that began with a code. */
function requestOf({ record, entries }: PastSession, rep: Account, dice: Dice): RequestRecord[] {
  const { browser, channel, channelName, customer, incident, reason, startedAt, _id: session } = record;
  const [first] = entries;
  if (channel === null || browser === undefined || first?.kind !== 'requested') return [];
  const request: RequestRecord = {
    _id: newId(RequestId),
    browser,
    channel,
    channelName,
    ...customer,
    incident: incident ?? null,
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
  return [request];
}
