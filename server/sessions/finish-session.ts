/** What follows from the end of a session: every feature frees what it held, both sides read how it was, and its host goes. */
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { SessionSummary } from '../../shared/contract/session-log.ts';
import type { Links } from '../edge/links.ts';
import type { Log } from '../logging/log.ts';
import { tryFor } from './one-by-one.ts';
import type { SessionModel, SessionRecord } from './session-model.ts';

/** A host that has not gone by itself is cut off after this time. */
const hostGoodbyeMs = 500;

/** Takes part in the beginning or the end of a session: holds or frees what the feature needs for it. */
export type SessionListener = (record: SessionRecord) => Promise<void> | void;

export interface FinishNeeds {
  readonly model: SessionModel;
  readonly links: Pick<Links, 'toBrowser' | 'toHost' | 'closeHost'>;
  /** Does what a change of members left undone; gives the session as it is then. */
  readonly membership: { settled(session: SessionId): Promise<SessionRecord | undefined> };
  readonly listeners: readonly SessionListener[];
  readonly summaryOf: (record: SessionRecord) => Promise<SessionSummary | undefined>;
  readonly faults: Pick<Log, 'fault'>;
}

/** Called again for an end that was cut off. Gives the summary, or `null` when no customer ever came. */
export function createFinish({ model, links, membership, listeners, summaryOf, faults }: FinishNeeds) {
  const failed = {
    report: faults,
    message: 'Something that follows from the end of a session failed; it is tried again.',
  };

  /** Whose end was told, though something that follows from it has not been done. */
  const told = new Set<SessionId>();

  function tell({ _id: session, browser }: SessionRecord, summary: SessionSummary | undefined) {
    if (summary !== undefined && browser !== undefined) links.toBrowser(browser, { type: 'sessions.ended', summary });
    links.toHost(session, { type: 'session.over', session });
    // Not at once: a host that ended the session itself still waits for the answer, and any host goes by itself when told.
    setTimeout(() => links.closeHost(session), hostGoodbyeMs).unref();
  }

  return async (ended: SessionRecord): Promise<SessionSummary | null> => {
    const { _id: session } = ended;
    // Whoever was to go on in this very moment came too late: what follows from the end is its owner's.
    const record = (await membership.settled(session)) ?? ended;
    let isDone = true;
    for (const listener of listeners) isDone = (await tryFor(session, () => listener(record), failed)) && isDone;
    const summary = record.projection.customerIn ? await summaryOf(record) : undefined;
    if (!told.has(session)) tell(record, summary);
    if (isDone) {
      await model.updateOne({ _id: session }, { $set: { finished: true } });
      told.delete(session);
    } else {
      // The next comparison completes it; whoever was told of the end may be in another session by then.
      told.add(session);
    }
    return summary ?? null;
  };
}
