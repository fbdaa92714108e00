/** Data for the rules about teams: each test says only what matters to it. */
import * as v from 'valibot';
import type { BrowserId } from '../../../../server/edge/links.ts';
import type { Candidate } from '../../../../server/distribution/choose-offers.ts';
import type { OfferRecord } from '../../../../server/distribution/offer-model.ts';
import { channelNow } from '../../../../server/queue/channel-status.ts';
import type { ChannelView, QueueView } from '../../../../server/queue/queue-views.ts';
import type { RequestRecord } from '../../../../server/queue/request-model.ts';
import { firstDefaults } from '../../../../server/queue-settings/settings-in-force.ts';
import type { Account } from '../../../../shared/contract/account.ts';
import { alwaysOpen } from '../../../../shared/contract/business-hours.ts';
import type { GroupTree } from '../../../../shared/contract/group.ts';
import { AccountId, ChannelId, GroupId, OfferId, RequestId } from '../../../../shared/contract/identifiers.ts';

const id = (word: string) => word.padEnd(22, '0').slice(0, 22);
export const accountId = (name: string) => v.parse(AccountId, id(name));
export const channelId = (name: string) => v.parse(ChannelId, id(name));
export const requestId = (name: string) => v.parse(RequestId, id(name));
export const groupId = (name: string) => v.parse(GroupId, id(name));

/** The town hall lies in the city; the harbour stands beside it. */
export const tree: GroupTree = [
  { id: groupId('city'), name: 'City', parent: null },
  { id: groupId('hall'), name: 'Town hall', parent: groupId('city') },
  { id: groupId('harbour'), name: 'Harbour', parent: null },
];

export function anAccount(name: string, some: Partial<Account> = {}): Account {
  return {
    id: accountId(name),
    userId: name,
    fullName: `${name} Example`,
    displayName: name,
    email: '',
    role: 'representative',
    disabled: false,
    picture: null,
    channels: [channelId('general')],
    group: groupId('hall'),
    leads: [],
    capacity: null,
    createdAt: 0,
    lastSeenAt: null,
    ...some,
  };
}

export const lena = anAccount('Lena', { role: 'team-lead', group: null, leads: [groupId('city')], channels: [] });

export function aRep(name: string, some: Partial<Candidate> = {}): Candidate {
  const standing = { loggedIn: true, chosen: 'online' as const, activeSessions: 0, idleSince: 0, offeredAt: 0 };
  return { account: accountId(name), capacity: 2, ...standing, ...some };
}

export function aRequest(name: string, some: Partial<RequestRecord> = {}): RequestRecord {
  return {
    _id: requestId(name),
    browser: 'somebody' as BrowserId,
    channel: channelId('general'),
    channelName: 'General',
    name,
    email: '',
    phone: '',
    reason: 'Printer',
    message: '',
    createdAt: 0,
    placeAtStart: 1,
    priority: 'normal',
    tried: [],
    state: 'waiting',
    ...some,
  };
}

/** A channel with these reps in it, who are there unless `away` from it altogether. */
export function aChannel(
  name: string,
  { reps = [], members, line = [] }: { reps?: Candidate[]; members?: AccountId[]; line?: RequestRecord[] } = {},
): ChannelView {
  const numbers = { availableQueue: null, busyQueue: null };
  const settings = { policy: null, offerSeconds: null, countsAway: null, awayAfterMissed: null };
  const channel = {
    id: channelId(name),
    name,
    description: '',
    numbers,
    distribution: { ...settings, priority: 'normal' as const },
    hours: alwaysOpen,
    reservationQueue: null,
    members: members ?? reps.map(({ account }) => account),
  };
  const shown = { status: 'available' as const, standing: 'available' as const, opensAt: null };
  const now = channelNow(reps, firstDefaults);
  return { channel, ...shown, now, reps, line, beingHelped: 0, samples: [], reservations: { open: 0, most: 0 } };
}

export function aQueue(...channels: ChannelView[]): QueueView {
  const views = new Map(channels.map((view) => [view.channel.id, view]));
  return { at: 0, priorityMinutes: 10, open: [], offeredTo: new Map(), channels: views };
}

/** Marta, whom Lena has put before Ana. */
export function anAssignment(some: Partial<OfferRecord> = {}): OfferRecord {
  return {
    _id: v.parse(OfferId, id('offer')),
    request: requestId('Marta'),
    channel: channelId('general'),
    rep: accountId('Ana'),
    repName: 'Ana',
    exclusive: true,
    state: 'open',
    madeAt: 1000,
    dueAt: 21_000,
    assigned: { by: lena.id, byName: 'Lena', customer: 'Marta' },
    ...some,
  };
}
