import type { ParamsOf, ResultOf } from '../../shared/contract/contract.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import { wordsIn } from '../../shared/contract/session-records.ts';
import type { ReportVersions } from '../reports/report-versions.ts';
import { findSessions } from '../session-records/find-sessions.ts';
import type { SessionPage } from '../session-records/find-sessions.ts';
import { sessionSearch } from '../session-records/session-search.ts';
import type { SessionModel } from '../sessions/session-model.ts';
import { findByWords } from './find-by-words.ts';
import type { SaidWordsModel } from './said-words-model.ts';

/** Items of one page of the history. */
const pageLength = 50;
const endOfTime = Number.MAX_SAFE_INTEGER;

type Question = ParamsOf<RepContract, 'sessions.history'>;

export interface OwnHistoryNeeds {
  readonly model: SessionModel;
  readonly saidWords: SaidWordsModel;
  readonly versions: Pick<ReportVersions, 'latestOf'>;
}

/** One page of a rep's own ended sessions. Those to which no customer ever came are left out: nothing happened in them. */
export async function ownHistory(
  { model, saidWords, versions }: OwnHistoryNeeds,
  rep: AccountId,
  question: Question,
): Promise<ResultOf<RepContract, 'sessions.history'>> {
  const words = wordsIn(question.text);
  const { found, next } =
    words.length === 0 ? await byTime(model, rep, question) : await byWords(model, saidWords, rep, question, words);
  const reports = await versions.latestOf(found.map(({ _id }) => _id));
  const items = found.flatMap((record) => {
    const { _id: session, customer, channelName: channel, incident, reason, startedAt } = record;
    // Where the projection is damaged, the session's own log still says who ended it; here it is only listed.
    const { at: endedAt, by: endedBy } = record.projection.ended ?? { at: record.endedAt, by: 'system' as const };
    if (endedAt === null) return [];
    return [
      {
        ...{ session, channel, reason, startedAt, endedAt, endedBy },
        customer: customer.name,
        incident: incident?.name ?? '',
        reported: reports.has(session),
      },
    ];
  });
  return { items, next };
}

async function byTime(model: SessionModel, rep: AccountId, { from, to, after }: Question): Promise<SessionPage> {
  const anything = { from: null, to: null, channel: null, group: null, incident: null, text: '' };
  const search = sessionSearch(
    { ...anything, rep, state: 'ended' },
    { fromMs: from ?? undefined, toMs: to ?? undefined },
  );
  const hadCustomer = { ...search, conditions: [...search.conditions, { browser: { $exists: true } }] };
  return findSessions(model, hadCustomer, { after, newestFirst: true, size: pageLength });
}

async function byWords(
  model: SessionModel,
  saidWords: SaidWordsModel,
  rep: AccountId,
  { from, to, after }: Question,
  words: readonly string[],
): Promise<SessionPage> {
  const span = { fromMs: from ?? 0, toMs: to === null ? endOfTime : to - 1 };
  const { ids, next } = await findByWords(saidWords, { rep, words, ...span, after, size: pageLength });
  const records = await model.find({ _id: { $in: ids }, owner: rep, state: 'ended' }).lean();
  const known = new Map(records.map((record) => [record._id, record]));
  return { found: ids.flatMap((id) => known.get(id) ?? []), next };
}
