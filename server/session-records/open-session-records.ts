/** Sessions in the web panel: the list, its file, and a whole log. */
import type { Account } from '../../shared/contract/account.ts';
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { Handlers, ParamsOf } from '../../shared/contract/contract.ts';
import { isInside } from '../../shared/contract/group-tree.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { adminSessionRecordOperations } from '../../shared/contract/session-record-operations.ts';
import type { RecordedSession, SessionFilter } from '../../shared/contract/session-records.ts';
import type { AdminContext } from '../admin/admin-context.ts';
import type { SessionLog } from '../session-log/session-log.ts';
import type { GroupDirectory } from '../groups/group-service.ts';
import type { SeenBy } from '../groups/seen-reps.ts';
import type { SessionModel, SessionRecord } from '../sessions/session-model.ts';
import type { Sessions } from '../sessions/session-service.ts';
import { spanOf } from '../statistics/periods.ts';
import type { Surveys } from '../surveys/survey-service.ts';
import { findSessions } from './find-sessions.ts';
import { recordsCsv } from './records-csv.ts';
import { createSeenSession } from './seen-session.ts';
import { sessionSearch } from './session-search.ts';

/** Lines of a page, and of one part of a file. */
const PAGE = 50;
const PART = 1000;

export interface SessionRecordsNeeds {
  readonly model: SessionModel;
  readonly log: SessionLog;
  readonly sessions: Pick<Sessions, 'load' | 'summary'>;
  readonly surveys: Pick<Surveys, 'of'>;
  readonly accounts: { list(): Promise<Account[]> };
  readonly groups: GroupDirectory;
  /** IANA name of the organisation's time zone. */
  readonly zone: () => Promise<string>;
  /** The reps whose sessions somebody may see; `undefined` for all. */
  readonly seenBy: SeenBy;
}

export type SessionRecordHandlers = Pick<
  Handlers<AdminContract, AdminContext>,
  keyof typeof adminSessionRecordOperations
>;

/** Answers for whoever may see them; what somebody may not see is not found. */
export function openSessionRecords(needs: SessionRecordsNeeds): SessionRecordHandlers {
  const { model, log, sessions, surveys, accounts, groups, zone, seenBy } = needs;
  const find = createSeenSession(needs);

  const names = async () =>
    new Map<AccountId, string>((await accounts.list()).map(({ id, fullName }) => [id, fullName]));

  async function page(
    { filter, newestFirst, after }: ParamsOf<AdminContract, 'sessions.list'>,
    account: Account,
    size: number,
  ) {
    const search = sessionSearch(filter, await daysOf(filter), await repsOf(filter, account));
    const [{ found, next }, called] = await Promise.all([
      findSessions(model, search, { after, newestFirst, size }),
      names(),
    ]);
    return { sessions: found.map((record) => lineOf(record, called)), next };
  }

  /** Of whom sessions are listed: those of the group that may be seen, or all who may be. */
  async function repsOf({ group }: SessionFilter, account: Account): Promise<readonly AccountId[] | undefined> {
    const seen = await seenBy(account);
    if (group === null) return seen;
    const [tree, everybody] = await Promise.all([groups.tree(), accounts.list()]);
    const isListed = (other: Account) =>
      isInside(tree, other.group, group) && (seen === undefined || seen.includes(other.id));
    return everybody.filter(isListed).map(({ id }) => id);
  }

  async function daysOf({ from, to }: SessionFilter) {
    return spanOf(from, to, await zone());
  }

  return {
    'sessions.list': async (question, { account }) => page(question, account, PAGE),
    'sessions.csv': async (question, { account }) => {
      const { sessions: lines, next } = await page(question, account, PART);
      return { text: recordsCsv(lines, question.after === null, await zone()), rows: lines.length, next };
    },
    'sessions.read': async ({ id }, { account }) => {
      const record = await find(id, account);
      const { email, phone } = record.customer;
      const hasSummary = record.state === 'ended' && record.projection.customerIn;
      return {
        session: {
          ...lineOf(record, await names()),
          email,
          phone,
          summary: hasSummary ? await sessions.summary(record) : null,
          survey: await surveys.of(id),
        },
      };
    },
    'sessions.log': async ({ id, after }, { account }) => {
      await find(id, account);
      return log.after(id, after, 'reps');
    },
  };
}

function lineOf(record: SessionRecord, called: ReadonlyMap<AccountId, string>): RecordedSession {
  const { _id: id, customer, channelName, reason, owner, state, startedAt, endedAt, projection } = record;
  return {
    id,
    customer: customer.name,
    channelName,
    incident: record.incident?.name ?? '',
    reason,
    rep: called.get(owner) ?? '',
    state,
    startedAt,
    endedAt: projection.ended?.at ?? endedAt,
    endReason: projection.ended?.reason ?? null,
  };
}
