/** What a report documented counts for its session from then on: lists and statistics read it there. No customer is told of it. */
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { Log } from '../logging/log.ts';
import { chosenIncident } from '../sessions/chosen-incident.ts';
import { tryFor } from '../sessions/one-by-one.ts';
import type { SessionModel } from '../sessions/session-model.ts';
import type { ReportVersions } from './report-versions.ts';

export interface CountIncidents {
  /**
   * Writes the incident of the latest version into the session, any number of times; an earlier version never replaces a later one. What fails
   * is done later: the report itself is saved.
   */
  of(session: SessionId): Promise<void>;
  /** Does so for every report of which a crash, or a store that went away, has kept it from being done. */
  recover(): Promise<void>;
}

export function countIncidents(
  sessions: SessionModel,
  versions: Pick<ReportVersions, 'of' | 'uncounted' | 'counted'>,
  faults: Pick<Log, 'fault'>,
): CountIncidents {
  async function count(session: SessionId): Promise<void> {
    const latest = (await versions.of(session)).at(-1);
    const record = await sessions.findOne({ _id: session }).lean();
    if (latest !== undefined && record !== null) {
      const { version, fields } = latest;
      const isOlder = { $not: { $gte: version } };
      await sessions.updateOne(
        { _id: session, incidentVersion: isOlder },
        { $set: { incident: fields.incident, chosen: chosenIncident(record), incidentVersion: version } },
      );
    }
    await versions.counted(session, latest?.version ?? 0);
  }

  const failed = { report: faults, message: 'The incident of a report could not be counted; it is tried again.' };
  async function countOrLater(session: SessionId): Promise<void> {
    await tryFor(session, () => count(session), failed);
  }

  return {
    of: countOrLater,
    async recover() {
      for (const session of await versions.uncounted()) await countOrLater(session);
    },
  };
}
