import { noteModel } from '../../server/notes/note-model.ts';
import type { NoteRecord } from '../../server/notes/note-model.ts';
import { draftReport } from '../../server/reports/draft-report.ts';
import { dueReportModel, reportModel } from '../../server/reports/report-model.ts';
import type { DueReportRecord, ReportVersionRecord } from '../../server/reports/report-model.ts';
import { newId, randomId } from '../../server/secrets/random.ts';
import { entryOf } from '../../server/session-log/entry-record.ts';
import { logEntryModels } from '../../server/session-log/log-entry-model.ts';
import { sessionModel } from '../../server/sessions/session-model.ts';
import type { SessionRecord } from '../../server/sessions/session-model.ts';
import { ClientEntryId } from '../../shared/contract/identifiers.ts';
import type { AccountId, SessionId } from '../../shared/contract/identifiers.ts';
import { NoteId } from '../../shared/contract/note.ts';
import type { ReportOutcome } from '../../shared/contract/report.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import type { Office } from '../office.ts';
import { insertAll } from './insert-all.ts';

const MINUTE_MS = 60_000;
/** So many of the latest sessions of each rep have still no report. */
const NOT_YET = 2;

/** Most are solved. */
const outcomes: readonly ReportOutcome[] = ['solved', 'solved', 'solved', 'solved', 'unsolved', 'follow-up'];

const remarks = [
  'Uses the computer in the reading room, not the own one.',
  'Speaks slowly and wants to write things down: take the time.',
  'The same printer as last week. Told the caretaker.',
  'Will come by on Thursday with the laptop.',
];

/** What the reps wrote about the sessions of the past: reports as the log drafts them, and now and then a note. */
export async function seedReports({ accounts, connection, dice }: Office): Promise<void> {
  const [reports, dues, notes] = [reportModel(connection), dueReportModel(connection), noteModel(connection)];
  for (const model of [reports, dues, notes]) await model.init();
  const called = new Map((await accounts.list()).map(({ id, displayName }) => [id, displayName]));
  const logs = await allLogs({ connection });
  const written: ReportVersionRecord[] = [];
  const due: DueReportRecord[] = [];
  const noted: NoteRecord[] = [];
  const left = new Map<AccountId, number>();
  for (const session of await sessionModel(connection).find().sort({ startedAt: -1, _id: -1 }).lean()) {
    const { _id, owner, endedAt } = session;
    if (endedAt === null) continue;
    const [account, name] = [owner, called.get(owner) ?? ''];
    if (dice.happens(0.15)) {
      const clientId = newId(ClientEntryId);
      noted.push({ _id: newId(NoteId), session: _id, account, name, text: dice.oneOf(remarks), at: endedAt, clientId });
    }
    const open = left.get(owner) ?? 0;
    if (open < NOT_YET) {
      left.set(owner, open + 1);
      due.push({ _id, rep: owner, endedAt });
      continue;
    }
    const { draft } = draftReport(subjectOf(session), logs.get(_id) ?? [], [], endedAt);
    const outcome = dice.oneOf(outcomes);
    const at = endedAt + dice.between(1, 9) * MINUTE_MS;
    const fields = { ...draft, outcome };
    written.push({ _id: randomId(), session: _id, version: 1, account, name, from: 'session', at, fields });
  }
  await insertAll(reports, written);
  await insertAll(dues, due);
  await insertAll(notes, noted);
}

function subjectOf({ customer, channelName: channel, incident = null, reason, startedAt }: SessionRecord) {
  return { customer, channel, incident, reason, askedAt: null, startedAt };
}

async function allLogs({ connection }: Pick<Office, 'connection'>): Promise<ReadonlyMap<SessionId, LogEntry[]>> {
  const logs = new Map<SessionId, LogEntry[]>();
  for (const record of await logEntryModels(connection).entries.find().sort({ session: 1, seq: 1 }).lean()) {
    const read = entryOf(record);
    if (!read.ok) continue;
    logs.set(read.entry.session, [...(logs.get(read.entry.session) ?? []), read.entry]);
  }
  return logs;
}
