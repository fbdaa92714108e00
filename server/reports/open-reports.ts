/** Reports on reps' links and in the web panel. */
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { adminReportOperations, DueReport } from '../../shared/contract/report-operations.ts';
import type { AdminContext } from '../admin/admin-context.ts';
import type { FeatureNeeds } from '../edge/feature-seam.ts';
import type { RepContext } from '../edge/links.ts';
import type { FeatureModels } from '../feature-models.ts';
import type { SeenBy } from '../groups/seen-reps.ts';
import type { Log } from '../logging/log.ts';
import type { Notes } from '../notes/note-service.ts';
import { createSeenSession } from '../session-records/seen-session.ts';
import { repsIn } from '../sessions/reps-in.ts';
import type { SessionBelongings } from '../sessions/session-belongings.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import type { Sessions } from '../sessions/session-service.ts';
import { countIncidents } from './count-incident.ts';
import { dueReportModel, reportModel } from './report-model.ts';
import { createReports } from './report-service.ts';
import type { ReportNeeds } from './report-service.ts';
import { createReportVersions } from './report-versions.ts';
import type { ReportVersions } from './report-versions.ts';

/** So many reports that are to be written are listed. */
const mostDue = 20;

type RepHandled = 'reports.get' | 'reports.save' | 'reports.due' | 'reports.leaveOut';

export interface OpenReports {
  readonly versions: Pick<ReportVersions, 'latestOf'>;
  readonly repHandlers: Pick<Handlers<RepContract, RepContext>, RepHandled>;
  readonly adminHandlers: Pick<Handlers<AdminContract, AdminContext>, keyof typeof adminReportOperations>;
  /** Resolves when every index is there, and what was cut off is done. */
  start(): Promise<void>;
  /** Does what was cut off meanwhile. */
  compare(): Promise<void>;
}

export function openReports(
  needs: Pick<FeatureNeeds, 'connection' | 'links' | 'clock'> &
    Pick<ReportNeeds, 'incidents' | 'log'> & {
      readonly models: Pick<FeatureModels, 'requests' | 'sessions'>;
      readonly sessions: Pick<Sessions, 'memberOf' | 'load' | 'onEnd'>;
      readonly belongings: Pick<SessionBelongings, 'add'>;
      readonly notes: Pick<Notes, 'of'>;
      readonly seenBy: SeenBy;
      readonly faults: Pick<Log, 'fault'>;
    },
): OpenReports {
  const { connection, links, clock, models, sessions, belongings, notes } = needs;
  const [model, dues] = [reportModel(connection), dueReportModel(connection)];
  const versions = createReportVersions(model, dues, clock);
  const counting = countIncidents(models.sessions, versions, needs.faults);
  const reports = createReports({ ...needs, requests: models.requests, counting, versions });
  const seen = createSeenSession(needs);
  belongings.add(versions.belonging);

  function tellReps(record: SessionRecord) {
    for (const rep of repsIn(record)) links.toAccount(rep, { type: 'reports.changed', session: record._id });
  }

  // Whoever ended it: the rep has the report to write, even who had left it in line.
  sessions.onEnd(async (record) => {
    await versions.ended(record);
    tellReps(record);
    if (!repsIn(record).includes(record.owner))
      links.toAccount(record.owner, { type: 'reports.changed', session: record._id });
  });

  return {
    versions,
    repHandlers: {
      async 'reports.get'({ session }, { account }) {
        return reports.desk(await sessions.memberOf(account.id, session));
      },
      async 'reports.save'({ session, base, fields }, { account }) {
        const record = await sessions.memberOf(account.id, session);
        const author = { account: account.id, name: account.displayName, from: 'session' as const };
        const report = await reports.save(record, base, fields, author);
        tellReps(record);
        return { report };
      },
      async 'reports.due'(_none, { account }) {
        const found = await versions.due(account.id, mostDue + 1);
        const due: DueReport[] = [];
        for (const { _id: session, endedAt } of found.slice(0, mostDue)) {
          const record = await sessions.load(session);
          if (record === undefined) continue;
          due.push({ session, customer: record.customer.name, reason: record.reason, endedAt });
        }
        return { due, more: found.length > mostDue };
      },
      async 'reports.leaveOut'({ session }, { account }) {
        const record = await sessions.memberOf(account.id, session);
        await versions.leaveOut(session);
        tellReps(record);
        return {};
      },
    },
    adminHandlers: {
      async 'sessions.report'({ id }, { account }) {
        const record = await seen(id, account);
        return { ...(await reports.desk(record)), notes: await notes.of(id) };
      },
      async 'sessions.saveReport'({ id, base, fields }, { account }) {
        const record = await seen(id, account);
        const author = { account: account.id, name: account.fullName, from: 'web-panel' as const };
        const report = await reports.save(record, base, fields, author);
        tellReps(record);
        return { report };
      },
    },
    async start() {
      await Promise.all([model.init(), dues.init()]);
      await counting.recover();
    },
    compare: () => counting.recover(),
  };
}
