import type * as v from 'valibot';
import type { HistoryItem } from '../../shared/contract/rep-contract.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { SessionModel } from './session-model.ts';

/** Items of one page of the history. */
const pageLength = 50;

/**
 * A rep's own ended sessions, newest first; `before` pages on. Sessions to which no customer ever came are left out:
 * nothing happened in them.
 */
export async function sessionHistory(
  model: SessionModel,
  owner: AccountId,
  before: number | null,
): Promise<{ items: v.InferOutput<typeof HistoryItem>[]; more: boolean }> {
  const found = await model
    .find({
      owner,
      state: 'ended',
      browser: { $exists: true },
      ...(before === null ? {} : { endedAt: { $lt: before } }),
    })
    .sort({ endedAt: -1 })
    .limit(pageLength + 1)
    .lean();
  const items = found.slice(0, pageLength).flatMap((record) => {
    const { _id: session, customer, channelName: channel, reason, startedAt } = record;
    // Where the projection is damaged, the session's own log still says who ended it; here it is only listed.
    const { at: endedAt, by: endedBy } = record.projection.ended ?? { at: record.endedAt, by: 'system' as const };
    if (endedAt === null) return [];
    return [{ session, customer: customer.name, channel, reason, startedAt, endedAt, endedBy }];
  });
  return { items, more: found.length > pageLength };
}
