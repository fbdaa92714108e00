/** The report of a session: what the log comes to, what reps and administrators made of it, and its incident. */
import { AppError } from '../../shared/contract/errors.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { incidentPath, incidentsOf } from '../../shared/contract/incident.ts';
import type { ChosenIncident, IncidentId, PublicIncident } from '../../shared/contract/incident.ts';
import { currentFields } from '../../shared/contract/report.ts';
import type { ReportDesk, ReportForm, SessionReport } from '../../shared/contract/report.ts';
import type { Clock } from '../config/clock.ts';
import type { Incidents } from '../incidents/incident-service.ts';
import type { RequestModel } from '../queue/request-model.ts';
import type { SessionLog } from '../session-log/session-log.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import { chosenIncident } from '../sessions/chosen-incident.ts';
import { requireStillKept } from '../sessions/still-kept.ts';
import type { CountIncidents } from './count-incident.ts';
import { draftReport } from './draft-report.ts';
import type { ReportAuthor, ReportVersions } from './report-versions.ts';

/** Whether somebody may see and write it was asked before. */
export interface Reports {
  desk(record: SessionRecord): Promise<ReportDesk>;
  /** @throws AppError `already-taken` when somebody saved it since `base`, `not-found` for an incident that is not offered (any more) */
  save(record: SessionRecord, base: number, form: ReportForm, author: ReportAuthor): Promise<SessionReport>;
}

export interface ReportNeeds {
  readonly versions: ReportVersions;
  readonly incidents: Pick<Incidents, 'offered'>;
  readonly log: Pick<SessionLog, 'all'>;
  readonly requests: RequestModel;
  readonly counting: Pick<CountIncidents, 'of'>;
  readonly clock: Clock;
}

export function createReports(needs: ReportNeeds): Reports {
  const { versions, incidents, log, requests, counting, clock } = needs;

  async function report(record: SessionRecord, offered: readonly PublicIncident[]): Promise<SessionReport> {
    const { _id: session, customer, channel, channelName, reason, startedAt } = record;
    const [entries, askedAt, saved] = await Promise.all([
      log.all(session, 'reps'),
      momentOfAsking(session),
      versions.of(session),
    ]);
    const subject = { customer, channel: channelName, incident: chosenIncident(record), reason, askedAt, startedAt };
    const fitting = channel === null ? offered : incidentsOf(offered, channel).map(({ item }) => item);
    return { session, ...draftReport(subject, entries, fitting, clock.now()), versions: saved };
  }

  /** Of the request that the session came from, and not of one by which it only got another rep. */
  async function momentOfAsking(session: SessionId): Promise<number | null> {
    const asked = await requests.find({ session }).hint('requests_of_a_session').lean();
    const first = asked.filter(({ takeover }) => takeover === undefined).map(({ createdAt }) => createdAt);
    return first.length === 0 ? null : Math.min(...first);
  }

  return {
    async desk(record) {
      const offered = await incidents.offered();
      return { report: await report(record, offered), incidents: offered };
    },
    async save(record, base, form, author) {
      requireStillKept(record);
      const offered = await incidents.offered();
      const before = await report(record, offered);
      const incident = chosenBy(form.incident, currentFields(before).incident, offered);
      await versions.save(record._id, base, { ...form, incident }, author);
      await counting.of(record._id);
      return { ...before, versions: await versions.of(record._id) };
    },
  };
}

/** What stands there may stay under its name, whatever is offered now. */
function chosenBy(
  id: IncidentId | null,
  before: ChosenIncident | null,
  offered: readonly PublicIncident[],
): ChosenIncident | null {
  if (id === null) return null;
  if (before?.id === id) return before;
  if (offered.some((incident) => incident.id === id)) return { id, name: incidentPath(offered, id) };
  throw new AppError('not-found', { text: 'This incident is not offered any more. Choose another one.' });
}
