import type { ParamsOf, ResultOf } from '../../shared/contract/contract.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { ReportVersions } from '../reports/report-versions.ts';
import { findSessions } from '../session-records/find-sessions.ts';
import { sessionSearch } from '../session-records/session-search.ts';
import type { SessionModel } from '../sessions/session-model.ts';

/** Items of one page of the history. */
const pageLength = 50;

/** One page of a rep's own ended sessions. Those to which no customer ever came are left out: nothing happened in them. */
export async function ownHistory(
  model: SessionModel,
  versions: Pick<ReportVersions, 'latestOf'>,
  rep: AccountId,
  { text, from, to, after }: ParamsOf<RepContract, 'sessions.history'>,
): Promise<ResultOf<RepContract, 'sessions.history'>> {
  const anything = { from: null, to: null, channel: null, group: null, incident: null };
  const span = { fromMs: from ?? undefined, toMs: to ?? undefined };
  const search = sessionSearch({ ...anything, rep, state: 'ended', text }, span);
  const hadCustomer = { ...search, conditions: [...search.conditions, { browser: { $exists: true } }] };
  const { found, next } = await findSessions(model, hadCustomer, { after, newestFirst: true, size: pageLength });
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
