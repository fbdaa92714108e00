/** Reads what the store has of one day (UTC), through indexes on the time, and of each document only what counts. */
import * as v from 'valibot';
import { Presence } from '../../shared/contract/account.ts';
import { AccountId } from '../../shared/contract/identifiers.ts';
import { Moment } from '../../shared/contract/text.ts';
import type { OfferModel } from '../distribution/offer-model.ts';
import type { PresenceModels } from '../presence/presence-model.ts';
import type { RequestModel } from '../queue/request-model.ts';
import type { SessionModel } from '../sessions/session-model.ts';
import type { SurveyModel, SurveyRecord } from '../surveys/survey-model.ts';
import { between } from '../documents/compare.ts';
import { DAY_MS, Named, startOfDay } from './day-sheet.ts';
import type { Standing } from './day-sheet.ts';
import type { DayFacts, MissedFact, PresenceFact, RequestFact, SessionFact, SurveyFact } from './make-day-sheet.ts';

export interface DaySources {
  readonly requests: RequestModel;
  readonly sessions: SessionModel;
  readonly intervals: PresenceModels['intervals'];
  readonly offers: OfferModel;
  readonly surveys: SurveyModel;
}

/** Standings are looked up for so many reps at once. */
const TOGETHER = 25;

/** What statistics need of a request. What does not fit is left out, as everywhere. */
const RequestRow = v.object({
  channel: v.string(),
  channelName: v.fallback(v.string(), ''),
  createdAt: Moment,
  state: v.picklist(['waiting', 'claimed', 'left']),
  settledAt: v.exactOptional(Moment),
  claimedBy: v.exactOptional(AccountId),
  incident: v.fallback(v.nullish(Named), null),
});

const SessionRow = v.object({
  owner: AccountId,
  channel: v.fallback(v.nullish(v.string()), null),
  channelName: v.fallback(v.string(), ''),
  browser: v.exactOptional(v.string()),
  startedAt: Moment,
  state: v.string(),
  endedAt: v.fallback(v.nullish(Moment), null),
  incident: v.fallback(v.nullish(Named), null),
});

const MissedRow = v.object({ rep: AccountId, channel: v.string(), madeAt: Moment });

const PresenceRow = v.object({ account: AccountId, presence: Presence, from: Moment });

/** `atStart` as the day before ended, where that is known; else it is looked up for these accounts. */
export async function readDay(
  { requests, sessions, intervals, offers, surveys }: DaySources,
  day: string,
  atStart: readonly Standing[],
): Promise<DayFacts> {
  const within = { $gte: startOfDay(day), $lt: startOfDay(day) + DAY_MS };
  const inside = between(startOfDay(day), startOfDay(day) + DAY_MS - 1);
  const [asked, helped, became, passedBy, faced, judged] = await Promise.all([
    requests
      // One who is passed on has asked once.
      .find({ createdAt: within, takeover: { $exists: false } })
      .select({ _id: 0, channel: 1, channelName: 1, createdAt: 1, state: 1, settledAt: 1, claimedBy: 1, incident: 1 })
      .sort({ createdAt: 1 })
      .lean(),
    sessions
      .find({ startedAt: within })
      .select({
        _id: 0,
        owner: 1,
        channel: 1,
        channelName: 1,
        browser: 1,
        startedAt: 1,
        state: 1,
        endedAt: 1,
        incident: 1,
      })
      .sort({ startedAt: 1 })
      .lean(),
    intervals.find({ from: within }).select({ _id: 0, account: 1, presence: 1, from: 1 }).sort({ from: 1 }).lean(),
    offers.find({ state: 'missed', madeAt: within }).select({ _id: 0, rep: 1, channel: 1, madeAt: 1 }).lean(),
    surveys.find({ facedAt: inside }).sort({ facedAt: 1 }).lean(),
    surveys.find({ solvedAt: inside }).sort({ solvedAt: 1 }).lean(),
  ]);
  const requestRows = fitting(RequestRow, asked);
  const sessionRows = fitting(SessionRow, helped);
  return {
    requests: requestRows.map(requestFact),
    sessions: sessionRows.filter(({ browser }) => browser !== undefined).map(sessionFact),
    presence: fitting(PresenceRow, became).map(({ account, presence, from }): PresenceFact => ({
      rep: account,
      presence,
      at: from,
    })),
    missed: fitting(MissedRow, passedBy).map(({ rep, channel, madeAt }): MissedFact => ({
      rep,
      channel: { id: channel, name: '' },
      at: madeAt,
    })),
    survey: [...faced.flatMap(facedFact), ...judged.flatMap(judgedFact)],
    atStart,
    isOpen: requestRows.some(({ state }) => state === 'waiting') || sessionRows.some(({ state }) => state !== 'ended'),
  };
}

/** What each account was at a moment: the interval that began last before it. */
export async function standingsAt(
  { intervals }: Pick<DaySources, 'intervals'>,
  accounts: readonly AccountId[],
  moment: number,
): Promise<Standing[]> {
  const standings: Standing[] = [];
  for (let first = 0; first < accounts.length; first += TOGETHER) {
    const found = await Promise.all(
      accounts.slice(first, first + TOGETHER).map((account) =>
        intervals
          .findOne({ account, from: { $lt: moment } })
          .sort({ from: -1 })
          .lean(),
      ),
    );
    for (const interval of found) {
      if (interval !== null && interval.presence !== 'offline')
        standings.push({ rep: interval.account, presence: interval.presence });
    }
  }
  return standings;
}

function fitting<Row>(form: v.GenericSchema<unknown, Row>, found: readonly unknown[]): Row[] {
  return found.flatMap((document) => {
    const read = v.safeParse(form, document);
    return read.success ? [read.output] : [];
  });
}

function requestFact(row: v.InferOutput<typeof RequestRow>): RequestFact {
  const { channel: id, channelName: name, createdAt: at, state, settledAt = null, claimedBy = null, incident } = row;
  const outcome = { waiting: 'waiting', claimed: 'answered', left: 'gave-up' } as const;
  return {
    at,
    channel: { id, name },
    incident: incident ?? null,
    outcome: outcome[state],
    rep: state === 'claimed' ? claimedBy : null,
    settledAt: state === 'waiting' ? null : settledAt,
  };
}

function sessionFact(row: v.InferOutput<typeof SessionRow>): SessionFact {
  const { owner: rep, channel: id, channelName: name, startedAt: at, endedAt, incident } = row;
  const channel = id === null || id === undefined ? null : { id, name };
  return { at, channel, incident: incident ?? null, rep, endedAt: endedAt ?? null };
}

function facedFact(record: SurveyRecord): SurveyFact[] {
  const { facedAt: at, face } = record;
  return at === undefined || face === null ? [] : [{ ...saidOf(record), at, face, verdict: null }];
}

function judgedFact(record: SurveyRecord): SurveyFact[] {
  const { solvedAt: at, solved: verdict } = record;
  return at === undefined || verdict === null ? [] : [{ ...saidOf(record), at, face: null, verdict }];
}

function saidOf({ channel: id, channelName: name, rep, incident }: SurveyRecord) {
  return { channel: id === null ? null : { id, name }, rep, incident };
}
