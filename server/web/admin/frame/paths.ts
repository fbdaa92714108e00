import * as v from 'valibot';
import type { Role } from '../../../../shared/contract/account.ts';
import { AccountId, ChannelId, SessionId } from '../../../../shared/contract/identifiers.ts';

/** The panel's addresses. */
export const paths = {
  home: '/admin',
  accounts: '/admin/accounts',
  newAccount: '/admin/accounts/new',
  importAccounts: '/admin/accounts/import',
  account: (id: AccountId) => `/admin/accounts/${id}`,
  groups: '/admin/groups',
  rights: '/admin/permissions',
  channels: '/admin/channels',
  newChannel: '/admin/channels/new',
  channel: (id: ChannelId) => `/admin/channels/${id}`,
  hours: '/admin/hours',
  channelHours: (id: ChannelId) => `/admin/hours/${id}`,
  board: '/admin/board',
  sessions: '/admin/sessions',
  session: (id: SessionId) => `/admin/sessions/${id}`,
  queue: '/admin/queue',
  statistics: '/admin/statistics',
  incidents: '/admin/incidents',
  survey: '/admin/survey',
  shared: '/admin/shared',
  scripts: '/admin/scripts',
  files: '/admin/files',
  snippet: '/admin/help-button',
  branding: '/admin/branding',
  relay: '/admin/relay',
  organisation: '/admin/organisation',
  signInRules: '/admin/sign-in',
  audit: '/admin/audit',
  customers: '/admin/customers',
  retention: '/admin/retention',
  mail: '/admin/mail',
  addresses: '/admin/addresses',
  self: '/admin/self',
} as const;

/** Which page an address means. */
export type Place =
  | { readonly at: 'home' }
  | { readonly at: 'accounts' | 'new-account' | 'import-accounts' | 'channels' | 'new-channel' | 'queue' }
  | { readonly at: 'board' | 'sessions' | 'statistics' }
  | { readonly at: 'session'; readonly id: SessionId }
  | {
      readonly at:
        'incidents' | 'shared' | 'files' | 'snippet' | 'branding' | 'relay' | 'organisation' | 'addresses' | 'self';
    }
  | { readonly at: 'groups' | 'rights' | 'sign-in-rules' | 'audit' | 'customers' | 'retention' | 'mail' }
  | { readonly at: 'account'; readonly id: AccountId }
  | { readonly at: 'hours' | 'survey' | 'scripts' }
  | { readonly at: 'channel' | 'channel-hours'; readonly id: ChannelId }
  | { readonly at: 'nowhere' };

const fixed: Readonly<Record<string, Place>> = {
  [paths.home]: { at: 'home' },
  '/admin/': { at: 'home' },
  [paths.accounts]: { at: 'accounts' },
  [paths.newAccount]: { at: 'new-account' },
  [paths.importAccounts]: { at: 'import-accounts' },
  [paths.rights]: { at: 'rights' },
  [paths.groups]: { at: 'groups' },
  [paths.channels]: { at: 'channels' },
  [paths.newChannel]: { at: 'new-channel' },
  [paths.hours]: { at: 'hours' },
  [paths.board]: { at: 'board' },
  [paths.sessions]: { at: 'sessions' },
  [paths.queue]: { at: 'queue' },
  [paths.statistics]: { at: 'statistics' },
  [paths.incidents]: { at: 'incidents' },
  [paths.survey]: { at: 'survey' },
  [paths.shared]: { at: 'shared' },
  [paths.scripts]: { at: 'scripts' },
  [paths.files]: { at: 'files' },
  [paths.snippet]: { at: 'snippet' },
  [paths.branding]: { at: 'branding' },
  [paths.relay]: { at: 'relay' },
  [paths.organisation]: { at: 'organisation' },
  [paths.audit]: { at: 'audit' },
  [paths.signInRules]: { at: 'sign-in-rules' },
  [paths.customers]: { at: 'customers' },
  [paths.retention]: { at: 'retention' },
  [paths.mail]: { at: 'mail' },
  [paths.addresses]: { at: 'addresses' },
  [paths.self]: { at: 'self' },
};

const everybodys: readonly Place['at'][] = ['self', 'addresses'];
const ofLeads: readonly Place['at'][] = [...everybodys, 'board', 'sessions', 'session', 'statistics'];

/**
 * Reads an address. What somebody may not open is `nowhere` for them; the panel of a team lead opens at the live board, that of a representative at
 * their own account.
 */
export function placeOf(path: string, role: Role): Place {
  const place = readPath(path);
  if (role === 'administrator') return place;
  const isLead = role === 'team-lead';
  if ((isLead ? ofLeads : everybodys).includes(place.at)) return place;
  return /^\/admin\/?$/.test(path) ? { at: isLead ? 'board' : 'self' } : { at: 'nowhere' };
}

function readPath(path: string): Place {
  const known = Object.hasOwn(fixed, path) ? fixed[path] : undefined;
  if (known !== undefined) return known;
  const [, room, id] = /^\/admin\/(accounts|channels|hours|sessions)\/([^/]+)$/.exec(path) ?? [];
  const account = v.safeParse(AccountId, id);
  if (room === 'accounts' && account.success) return { at: 'account', id: account.output };
  const channel = v.safeParse(ChannelId, id);
  if (room === 'channels' && channel.success) return { at: 'channel', id: channel.output };
  if (room === 'hours' && channel.success) return { at: 'channel-hours', id: channel.output };
  const session = v.safeParse(SessionId, id);
  if (room === 'sessions' && session.success) return { at: 'session', id: session.output };
  return { at: 'nowhere' };
}
