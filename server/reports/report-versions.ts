/** The saved versions of reports, and which reports are still to be written. */
import { AppError } from '../../shared/contract/errors.ts';
import type { AccountId, SessionId } from '../../shared/contract/identifiers.ts';
import { mostReportVersions } from '../../shared/contract/report.ts';
import type { ReportFields, ReportVersion } from '../../shared/contract/report.ts';
import type { Clock } from '../config/clock.ts';
import { anyOf } from '../documents/any-of.ts';
import { between } from '../documents/compare.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import { randomId } from '../secrets/random.ts';
import type { Belonging } from '../sessions/session-belongings.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import type { DueReportModel, DueReportRecord, ReportModel, ReportVersionRecord } from './report-model.ts';

/** Who saves, and from where. */
export interface ReportAuthor {
  readonly account: AccountId;
  readonly name: string;
  readonly from: ReportVersion['from'];
}

export interface ReportVersions {
  /** Oldest first. */
  of(session: SessionId): Promise<ReportVersion[]>;
  /** What was saved last, of those sessions that have a report. */
  latestOf(sessions: readonly SessionId[]): Promise<ReadonlyMap<SessionId, ReportFields>>;
  /**
   * Saves the version after `base`; the report is no longer to be written.
   * @throws AppError `already-taken` when somebody saved it meanwhile
   */
  save(session: SessionId, base: number, fields: ReportFields, author: ReportAuthor): Promise<void>;
  /** The session has ended: its owner is to write the report, unless there is one. Any number of times. */
  ended(record: Pick<SessionRecord, '_id' | 'owner' | 'projection'>): Promise<void>;
  leaveOut(session: SessionId): Promise<void>;
  /** Sessions with a version whose incident was not written into them yet. */
  uncounted(): Promise<SessionId[]>;
  /** Up to this version it was. */
  counted(session: SessionId, version: number): Promise<void>;
  /** Of a rep, the latest first. */
  due(rep: AccountId, most: number): Promise<DueReportRecord[]>;
  readonly belonging: Belonging;
}

export function createReportVersions(model: ReportModel, dues: DueReportModel, clock: Clock): ReportVersions {
  async function of(session: SessionId): Promise<ReportVersion[]> {
    const found = await model.find({ session }).sort({ version: 1 }).limit(mostReportVersions).lean();
    return found.map(versionOf);
  }

  async function latestOf(sessions: readonly SessionId[]) {
    const found = await model
      .find({ session: anyOf(sessions) })
      .sort({ session: 1, version: 1 })
      .lean();
    return new Map(found.map(({ session, fields }) => [session, fields]));
  }

  async function isReported(session: SessionId): Promise<boolean> {
    return (await model.countDocuments({ session }, { limit: 1 })) > 0;
  }

  async function whoSaved(session: SessionId): Promise<AppError> {
    const name = (await of(session)).at(-1)?.by.name ?? '';
    const text = `${name} has saved this report meanwhile. Look at what changed, then save again.`;
    return new AppError('already-taken', name === '' ? {} : { text });
  }

  return {
    of,
    latestOf,
    async save(session, base, fields, { account, name, from }) {
      if (base >= mostReportVersions) {
        throw new AppError('not-allowed', { text: `This report was saved ${mostReportVersions} times. It stays now.` });
      }
      if ((await model.countDocuments({ session })) !== base) throw await whoSaved(session);
      const version = { _id: randomId(), session, version: base + 1, account, name, from, at: clock.now(), fields };
      try {
        await model.create({ ...version, uncounted: true });
      } catch (error) {
        if (isDuplicateKey(error)) throw await whoSaved(session);
        throw error;
      }
      await dues.deleteOne({ _id: session });
    },
    async ended({ _id, owner, projection }) {
      const endedAt = projection.ended?.at;
      // Nothing happened in a session to which nobody came.
      if (endedAt === undefined || !projection.customerIn || (await isReported(_id))) return;
      await dues.updateOne({ _id }, { $set: { rep: owner, endedAt } }, { upsert: true });
    },
    async uncounted() {
      const found = await model.find({ uncounted: true }).select({ session: 1 }).lean();
      return [...new Set(found.map(({ session }) => session))];
    },
    async counted(session, version) {
      const upTo = { session, version: between(1, version), uncounted: true };
      await model.updateMany(upTo, { $unset: { uncounted: '' } });
    },
    async leaveOut(session) {
      await dues.deleteOne({ _id: session });
    },
    async due(rep, most) {
      const found = await dues.find({ rep }).sort({ endedAt: -1, _id: -1 }).limit(most).lean();
      const reported = await latestOf(found.map(({ _id }) => _id));
      // Saved in the very moment of the end.
      for (const session of reported.keys()) await dues.deleteOne({ _id: session });
      return found.filter(({ _id }) => !reported.has(_id));
    },
    belonging: {
      async forget(session) {
        await Promise.all([model.deleteMany({ session }), dues.deleteOne({ _id: session })]);
      },
      read: async (session) => ({ reports: await of(session) }),
    },
  };
}

function versionOf({ version, account, name, from, at, fields }: ReportVersionRecord): ReportVersion {
  return { version, by: { account, name }, from, at, fields };
}
