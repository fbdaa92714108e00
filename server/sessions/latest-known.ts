/** Remembers how far the logs of the busiest sessions were written, so that what was read a moment too early is no try for nothing. */
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { SessionRecord } from './session-model.ts';

/** Sessions whose last entry is remembered; a rep can talk in a handful at once. */
const MOST_REMEMBERED = 1000;

export interface LatestKnown {
  /** Called with each session that an entry was stored for. */
  keep(record: SessionRecord): void;
  /** The same session with the entries that this process has stored since it was read. */
  of(record: SessionRecord): SessionRecord;
}

/** Spares tries that the log would refuse. What is right never depends on it: another process may have written more. */
export function createLatestKnown(): LatestKnown {
  const projections = new Map<SessionId, SessionRecord['projection']>();
  return {
    keep({ _id, projection }) {
      // Written anew, it is the youngest of the map, and the first one is the one that was silent for the longest time.
      projections.delete(_id);
      projections.set(_id, projection);
      const [eldest] = projections.keys();
      if (projections.size > MOST_REMEMBERED && eldest !== undefined) projections.delete(eldest);
    },
    of(record) {
      const remembered = projections.get(record._id);
      const isNewer = remembered !== undefined && remembered.lastSeq > record.projection.lastSeq;
      return isNewer ? { ...record, projection: remembered } : record;
    },
  };
}
