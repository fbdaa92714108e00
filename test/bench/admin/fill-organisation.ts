/** An organisation after some busy years: accounts, sessions, requests and an audit trail; always the same, so that runs can be compared. */
import type { Connection } from 'mongoose';
import * as v from 'valibot';
import { accountModel, listKeys } from '../../../server/accounts/account-model.ts';
import type { AccountModel } from '../../../server/accounts/account-model.ts';
import { auditModel } from '../../../server/audit/audit-model.ts';
import type { AuditModel } from '../../../server/audit/audit-model.ts';
import { searchWords } from '../../../server/audit/search-words.ts';
import { customerWords } from '../../../server/documents/found-by-words.ts';
import { invitationModel } from '../../../server/invitations/invitation-model.ts';
import { requestModel } from '../../../server/queue/request-model.ts';
import { reservationModel } from '../../../server/reservations/reservation-model.ts';
import { emptyProjection } from '../../../server/sessions/project-session.ts';
import { sessionModel } from '../../../server/sessions/session-model.ts';
import { sessionWords } from '../../../server/sessions/session-words.ts';
import { trustModel } from '../../../server/trusts/trust-model.ts';
import { AccountId, ChannelId, GroupId } from '../../../shared/contract/identifiers.ts';

export interface OrganisationSize {
  readonly accounts: number;
  readonly sessions: number;
}

export const BEGAN = Date.UTC(2025, 0, 1);
const SESSION_EVERY_MS = 5 * 60_000;
const AT_ONCE = 1000;

const firstNames = ['Ana', 'Ben', 'Chiara', 'Emile', 'Grace', 'Ines', 'Juan', 'Marta', 'Owen', 'Zoe'];
const lastNames = ['Adler', 'Bassi', 'Blake', 'Carvalho', 'Ferreira', 'Kowalenko', 'Liu', 'Okafor', 'Petrescu', 'Wren'];
const reasons = [
  'The printer prints nothing',
  'Cannot sign in',
  'Screen stays black',
  'Mail does not come',
  'Slow network',
];

/** Twenty-two characters, as every id has; spread over the whole range as random ones are. */
function idOf(kind: string, number: number): string {
  const spread = Math.imul(number + 1, 2_654_435_761) >>> 0;
  return `${spread.toString(36)}-${kind}${number}`.padEnd(22, '_').slice(0, 22);
}
export const accountId = (number: number) => v.parse(AccountId, idOf('account', number));
export const channelId = (number: number) => v.parse(ChannelId, idOf('channel', number));
export const groupId = (number: number) => v.parse(GroupId, idOf('group', number));
export const incidentId = (number: number) => idOf('incident', number);

/** Who asks in a session or request. Most share their names with others; addresses are their own. */
function customerOf(number: number) {
  const first = firstNames[number % firstNames.length] ?? '';
  const last = lastNames[Math.floor(number / 10) % lastNames.length] ?? '';
  const email = `${first}.${last}.${number}@ostervale.example`.toLowerCase();
  return { name: `${first} ${last}`, email, phone: `+49 30 ${1_000_000 + number}` };
}

/** The models that can be made but once on a connection. */
export interface OrganisationModels {
  readonly connection: Connection;
  readonly accounts: AccountModel;
  readonly audit: AuditModel;
}

/** Puts everything in, a thousand documents of a kind at a time, under every index that the server has. */
export async function fillOrganisation(connection: Connection, size: OrganisationSize): Promise<OrganisationModels> {
  const [accounts, audit] = [accountModel(connection), auditModel(connection)];
  await Promise.all([accounts.createIndexes(), audit.createIndexes()]);
  for (const model of [sessionModel, requestModel, reservationModel, invitationModel, trustModel])
    await model(connection).createIndexes();
  await inBulk(connection, 'accounts', size.accounts, accountOf);
  await inBulk(connection, 'sessions', size.sessions, (number) => sessionOf(number, size));
  await inBulk(connection, 'support_requests', Math.floor(size.sessions / 5), requestOf);
  await inBulk(connection, 'audit', Math.floor(size.sessions / 10), (number) => auditOf(number, size));
  return { connection, accounts, audit };
}

async function inBulk(connection: Connection, name: string, count: number, make: (number: number) => object) {
  for (let first = 0; first < count; first += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, index) => first + index);
    await connection.collection(name).insertMany(numbers.map(make), { ordered: false });
  }
}

function accountOf(number: number) {
  const { name: fullName } = customerOf(number * 7);
  const names = { userId: `user-${number}`, fullName, displayName: fullName.split(' ')[0] ?? '', email: '' };
  return {
    _id: accountId(number),
    ...names,
    ...listKeys(names),
    userIdKey: names.userId,
    role: number === 0 ? 'administrator' : number % 20 === 0 ? 'team-lead' : 'representative',
    disabled: number % 10 === 9,
    group: number % 4 === 0 ? null : groupId(number % 8),
    leads: [],
    picture: null,
    capacity: null,
    passwordHash: 'none',
    createdAt: BEGAN,
    lastSeenAt: number % 3 === 0 ? 0 : BEGAN + number * 1000,
    revocations: 0,
  };
}

function sessionOf(number: number, size: OrganisationSize) {
  const startedAt = BEGAN + number * SESSION_EVERY_MS;
  const isLive = number >= size.sessions - 20;
  const customer = customerOf(number);
  const reason = reasons[number % reasons.length] ?? '';
  const endedAt = isLive ? null : startedAt + 600_000;
  return {
    _id: idOf('session', number),
    owner: accountId(number % size.accounts),
    browser: idOf('browser', number),
    ...{ customer, reason, words: sessionWords({ customer, reason }) },
    ...(number % 7 === 0
      ? { channel: null, channelName: '' }
      : { channel: channelId(number % 5), channelName: 'General' }),
    ...(number % 3 === 0 ? { incident: { id: incidentId(number % 9), name: 'Printing' } } : {}),
    ...{ startedAt, state: isLive ? 'live' : 'ended', endedAt, finished: !isLive, dismissed: true },
    read: { customer: 0, reps: 0 },
    projection: {
      ...emptyProjection,
      customerIn: true,
      ended: endedAt === null ? null : { at: endedAt, by: 'customer', reason: 'finished' },
    },
  };
}

function requestOf(number: number) {
  const customer = customerOf(number * 5);
  const createdAt = BEGAN + number * SESSION_EVERY_MS * 5;
  return {
    _id: idOf('request', number),
    browser: idOf('browser', number),
    ...{ channel: channelId(number % 5), channelName: 'General', ...customer, words: customerWords(customer) },
    ...{ reason: reasons[number % reasons.length], message: '', createdAt, placeAtStart: 1, priority: 'normal' },
    ...{ tried: [], state: number % 6 === 0 ? 'left' : 'claimed', settledAt: createdAt + 60_000 },
  };
}

function auditOf(number: number, size: OrganisationSize) {
  const actor = accountId(number % size.accounts);
  const facts = {
    actor,
    actorName: `${customerOf(number).name} (user-${number % size.accounts})`,
    action: ['sign-in.panel', 'accounts.update', 'channels.update', 'sign-out'][number % 4] ?? '',
    target: number % 4 === 1 ? accountId((number * 3) % size.accounts) : '',
    targetName: '',
  };
  return {
    _id: idOf('audit', number),
    ...facts,
    ...{ n: number + 1, at: BEGAN + number * 60_000, address: '127.0.0.1', changes: [], hash: 'none' },
    outcome: number % 50 === 0 ? 'failed' : 'done',
    words: searchWords(facts),
  };
}
