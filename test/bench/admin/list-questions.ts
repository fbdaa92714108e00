/** The lists of the web panel with each filter, sort and search, asked by the server's own code. */
import type { Connection } from 'mongoose';
import { createAccountPages } from '../../../server/accounts/account-pages.ts';
import { createAuditTrail } from '../../../server/audit/audit-trail.ts';
import type { AuditSearch } from '../../../server/audit/audit-trail.ts';
import { customerStores, findItems } from '../../../server/customer-data/customer-stores.ts';
import { offerModel } from '../../../server/distribution/offer-model.ts';
import { requestModel } from '../../../server/queue/request-model.ts';
import { reservationModel } from '../../../server/reservations/reservation-model.ts';
import { countOverdue } from '../../../server/retention/overdue.ts';
import { logEntryModels } from '../../../server/session-log/log-entry-model.ts';
import { findSessions } from '../../../server/session-records/find-sessions.ts';
import { sessionSearch } from '../../../server/session-records/session-search.ts';
import { createSessionBelongings } from '../../../server/sessions/session-belongings.ts';
import { sessionModel } from '../../../server/sessions/session-model.ts';
import { accountColumns } from '../../../shared/contract/account-operations.ts';
import type { AccountQuery } from '../../../shared/contract/account-operations.ts';
import type { SessionFilter } from '../../../shared/contract/session-records.ts';
import { BEGAN, accountId, channelId, groupId, incidentId } from './fill-organisation.ts';
import type { OrganisationModels, OrganisationSize } from './fill-organisation.ts';

export interface ListQuestion {
  readonly list: string;
  readonly what: string;
  /** Resolves with how many rows came. */
  ask(): Promise<number>;
}

const DAY_MS = 24 * 60 * 60_000;
const PAGE = 50;

export function listQuestions(models: OrganisationModels, size: OrganisationSize): ListQuestion[] {
  return [
    ...accountQuestions(models, size),
    ...sessionQuestions(models.connection, size),
    ...auditQuestions(models, size),
    ...customerQuestions(models.connection),
  ];
}

function accountQuestions({ accounts: model }: OrganisationModels, { accounts }: OrganisationSize): ListQuestion[] {
  const members = Array.from({ length: Math.floor(accounts / 5) }, (_, number) => accountId(number * 5));
  const channel = { id: channelId(0), members } as unknown as Awaited<ReturnType<Channels['find']>>;
  const pages = createAccountPages({
    model,
    channels: { find: () => Promise.resolve(channel), channelsOf: () => Promise.resolve(new Map()) },
    groups: { tree: () => Promise.resolve([{ id: groupId(1), name: 'Support', parent: null }]) },
  });
  const start = { search: '', filters: {}, sort: 'name', direction: 'ascending', cursor: null, size: PAGE } as const;
  const page = (what: string, query: Partial<AccountQuery>, later = 0): ListQuestion => ({
    list: 'accounts',
    what,
    async ask() {
      let found = await pages({ ...start, ...query });
      for (let turned = 0; turned < later && found.next !== null; turned += 1)
        found = await pages({ ...start, ...query, cursor: found.next });
      return found.items.length;
    },
  });
  return [
    ...accountColumns.map((sort) => page(`by ${sort}`, { sort })),
    page('by name, downwards', { direction: 'descending' }),
    page('the third page, with those before', {}, 2),
    page('of a role', { filters: { role: 'team-lead' } }),
    page('disabled', { filters: { state: 'disabled' } }),
    page('in a channel', { filters: { channel: channelId(0) } }),
    page('in a group', { filters: { group: groupId(1) } }),
    page('of a role, by last seen', { filters: { role: 'representative' }, sort: 'seen' }),
    page('search', { search: 'petr an' }),
    page('search, role and state', { search: 'ben', filters: { role: 'representative', state: 'active' } }),
  ];
}
type Channels = Parameters<typeof createAccountPages>[0]['channels'];

function sessionQuestions(connection: Connection, { accounts, sessions }: OrganisationSize): ListQuestion[] {
  const model = sessionModel(connection);
  const all = { from: null, to: null, channel: null, group: null, rep: null, incident: null, state: null, text: '' };
  const middle = BEGAN + Math.floor(sessions / 2) * 5 * 60_000;
  const page = (
    what: string,
    filter: Partial<SessionFilter>,
    { reps, days, newestFirst = true }: { reps?: number; days?: number; newestFirst?: boolean } = {},
  ): ListQuestion => ({
    list: 'sessions',
    what,
    async ask() {
      const span = {
        fromMs: days === undefined ? undefined : middle,
        toMs: days === undefined ? undefined : middle + days * DAY_MS,
      };
      const seen = reps === undefined ? undefined : Array.from({ length: reps }, (_, number) => accountId(number));
      const search = sessionSearch({ ...all, ...filter }, span, seen);
      return (await findSessions(model, search, { after: null, newestFirst, size: PAGE })).found.length;
    },
  });
  return [
    page('newest first', {}),
    page('oldest first', {}, { newestFirst: false }),
    page('of a week', {}, { days: 7 }),
    page('of a rep', { rep: accountId(accounts - 1) }),
    page('of the reps of a group', {}, { reps: 20 }),
    page('of a channel', { channel: channelId(1) }),
    page('by code', { channel: 'by-code' }),
    page('of an incident', { incident: incidentId(3) }),
    page('live', { state: 'live' }),
    page('ended', { state: 'ended' }),
    page('search for somebody', { text: 'marta.kowalenko.57' }),
    page('search for a common word', { text: 'printer' }),
    page('search for two names', { text: 'kowal mart' }),
    page('rep, channel and week', { rep: accountId(3), channel: channelId(3) }, { days: 7 }),
    page('incident and common word', { incident: incidentId(3), text: 'screen' }),
  ];
}

function auditQuestions({ audit }: OrganisationModels, { accounts }: OrganisationSize): ListQuestion[] {
  const trail = createAuditTrail(audit);
  const whenever = { fromMs: undefined, toMs: undefined };
  const none = { search: '', actor: '', action: '', target: '', outcome: null, ...whenever, after: null };
  const page = (what: string, filters: Partial<AuditSearch>): ListQuestion => ({
    list: 'audit trail',
    what,
    ask: async () => (await trail.list({ ...none, ...filters }, PAGE)).entries.length,
  });
  return [
    page('newest first', {}),
    page('of a day', { fromMs: BEGAN, toMs: BEGAN + DAY_MS }),
    page('by somebody', { actor: accountId(Math.floor(accounts / 2)) }),
    page('of an act', { action: 'accounts.update' }),
    page('about an account', { target: accountId(3) }),
    page('failed', { outcome: 'failed' }),
    page('search', { search: 'kowalenko' }),
    page('search, failed', { search: 'marta', outcome: 'failed' }),
  ];
}

function customerQuestions(connection: Connection): ListQuestion[] {
  const models = {
    sessions: sessionModel(connection),
    requests: requestModel(connection),
    offers: offerModel(connection),
    reservations: reservationModel(connection),
  };
  const stores = customerStores(connection, models);
  const look = (what: string, text: string): ListQuestion => ({
    list: 'customer data',
    what,
    ask: async () => Object.values(await findItems(stores, text)).flat().length,
  });
  const belongings = createSessionBelongings();
  const retention = { sessionDays: 300, requestDays: 300, invitationDays: 300, trustDays: 300 };
  return [
    look('by e-mail', 'ana.adler.100@ostervale.example'),
    look('by phone number', '+49 30 1000100'),
    look('by name', 'marta kowalenko'),
    {
      list: 'retention',
      what: 'how much would go',
      async ask() {
        const now = BEGAN + 310 * DAY_MS;
        const overdue = await countOverdue({ ...stores, log: logEntryModels(connection), belongings }, retention, now);
        return Object.values(overdue).reduce((sum, rows) => sum + rows, 0);
      },
    },
  ];
}
