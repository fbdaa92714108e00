import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { Account } from '../../shared/contract/account.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { CustomerContract } from '../../shared/contract/customer-contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { Period, StatisticsFilter } from '../../shared/contract/statistics.ts';
import type {
  SurveyLine,
  adminSurveyOperations,
  customerSurveyOperations,
  repSurveyOperations,
} from '../../shared/contract/survey.ts';
import type { AdminContext } from '../admin/admin-context.ts';
import type { Clock } from '../config/clock.ts';
import type { CustomerContext, RepContext } from '../edge/links.ts';
import type { GroupDirectory } from '../groups/group-service.ts';
import type { SeenBy } from '../groups/seen-reps.ts';
import type { Sessions } from '../sessions/session-service.ts';
import { repsCounted } from '../statistics/reps-counted.ts';
import { daysOf } from '../statistics/periods.ts';
import { customerMayAnswer, mustBeOver } from './may-answer.ts';
import { surveysCsv } from './surveys-csv.ts';
import type { SurveyRecord } from './survey-model.ts';
import type { AnswerSearch, Surveys } from './survey-service.ts';

/** Lines of a page, and of a file. */
const PAGE = 30;
const MOST_ROWS = 20_000;

export interface SurveyHandlerNeeds {
  readonly surveys: Surveys;
  readonly sessions: Pick<Sessions, 'ofBrowser' | 'memberOf'>;
  readonly accounts: { list(): Promise<Account[]> };
  readonly groups: GroupDirectory;
  readonly seenBy: SeenBy;
  /** IANA name of the organisation's time zone. */
  readonly zone: () => Promise<string>;
  readonly clock: Clock;
}

/** The customer's faces. */
export function customerSurveyHandlers({
  surveys,
  sessions,
  clock,
}: SurveyHandlerNeeds): Pick<Handlers<CustomerContract, CustomerContext>, keyof typeof customerSurveyOperations> {
  return {
    async 'surveys.own'({ session }, { browser }) {
      const record = await sessions.ofBrowser(browser, session);
      const [{ asksCustomer, question }, { answer }] = await Promise.all([surveys.setting(), surveys.of(session)]);
      return { survey: asksCustomer && customerMayAnswer(record, clock.now()) ? { question, answer } : null };
    },
    async 'surveys.answer'({ session, face, comment }, { browser }) {
      const record = await sessions.ofBrowser(browser, session);
      const { asksCustomer } = await surveys.setting();
      if (!asksCustomer || !customerMayAnswer(record, clock.now())) {
        throw new AppError('not-allowed', { text: 'This is not asked any more.' });
      }
      await surveys.answer(record, { face, comment });
      return {};
    },
  };
}

/** The rep's question. */
export function repSurveyHandlers({
  surveys,
  sessions,
}: SurveyHandlerNeeds): Pick<Handlers<RepContract, RepContext>, keyof typeof repSurveyOperations> {
  return {
    async 'surveys.solved'({ session }, { account }) {
      const { state } = await sessions.memberOf(account.id, session);
      const [{ asksRep }, { solved }] = await Promise.all([surveys.setting(), surveys.of(session)]);
      return { isAsked: asksRep && state === 'ended', solved };
    },
    async 'surveys.solve'({ session, solved }, { account }) {
      const record = await sessions.memberOf(account.id, session);
      mustBeOver(record);
      if (!(await surveys.setting()).asksRep) {
        throw new AppError('not-allowed', { text: 'This is not asked any more.' });
      }
      await surveys.solve(record, solved);
      return {};
    },
  };
}

/** What is asked, and what customers wrote, in the web panel. */
export function adminSurveyHandlers(
  needs: SurveyHandlerNeeds,
): Pick<Handlers<AdminContract, AdminContext>, keyof typeof adminSurveyOperations> {
  const { surveys, accounts, groups, seenBy, zone, clock } = needs;

  async function searchOf(period: Period, filter: StatisticsFilter, account: Account): Promise<AnswerSearch> {
    const [everybody, tree, seen, inZone] = await Promise.all([
      accounts.list(),
      groups.tree(),
      seenBy(account),
      zone(),
    ]);
    const days = daysOf(period, clock.now(), inZone);
    const reps = repsCounted(filter, seen, everybody, tree);
    return {
      from: days[0]?.fromMs ?? 0,
      to: (days.at(-1)?.toMs ?? 1) - 1,
      reps: reps === undefined ? undefined : [...reps],
      channel: filter.channel === 'by-code' ? null : (filter.channel ?? undefined),
      incident: filter.incident ?? undefined,
      withWords: false,
    };
  }

  async function namesNow() {
    return new Map<AccountId, string>((await accounts.list()).map(({ id, fullName }) => [id, fullName]));
  }

  return {
    'surveys.get': async () => ({ setting: await surveys.setting() }),
    'surveys.update': async ({ setting }) => ({ setting: await surveys.change(setting) }),
    async 'surveys.comments'({ period, filter, after }, { account }) {
      const search = { ...(await searchOf(period, filter, account)), withWords: true };
      const [found, names] = await Promise.all([surveys.answers(search, after, PAGE + 1), namesNow()]);
      const lines = found.slice(0, PAGE).flatMap((record) => lineOf(record, names));
      const last = lines.at(-1);
      const isMore = found.length > PAGE && last !== undefined;
      return { lines, next: isMore ? { at: last.at, session: last.session } : null };
    },
    async 'surveys.csv'({ period, filter }, { account }) {
      const search = await searchOf(period, filter, account);
      const [found, names, inZone] = await Promise.all([surveys.answers(search, null, MOST_ROWS), namesNow(), zone()]);
      return {
        fileName: 'survey.csv',
        text: surveysCsv(
          found.flatMap((record) => lineOf(record, names)),
          inZone,
        ),
      };
    },
  };
}

function lineOf(record: SurveyRecord, names: ReadonlyMap<AccountId, string>): SurveyLine[] {
  const { _id: session, facedAt: at, face, comment, solved, rep, channelName, incident } = record;
  if (at === undefined || face === null) return [];
  return [
    { session, at, face, comment, solved, rep: names.get(rep) ?? '', channelName, incident: incident?.name ?? '' },
  ];
}
