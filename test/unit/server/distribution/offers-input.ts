/** Channels, reps and requests for tests of the distribution: each test says only what matters to it. */
import * as v from 'valibot';
import type {
  Candidate,
  ChannelToServe,
  OffersInput,
  OpenOffer,
  Waiting,
} from '../../../../server/distribution/choose-offers.ts';
import { firstDefaults } from '../../../../server/queue-settings/settings-in-force.ts';
import { AccountId, ChannelId, OfferId, RequestId } from '../../../../shared/contract/identifiers.ts';
import type { QueueSettings } from '../../../../shared/contract/queue-settings.ts';

export const rep = (letter: string) => v.parse(AccountId, letter.repeat(22));
export const request = (letter: string) => v.parse(RequestId, letter.repeat(22));
export const channel = (letter = 'x') => v.parse(ChannelId, letter.repeat(22));

export function aCandidate(letter: string, some: Partial<Candidate> = {}): Candidate {
  return {
    account: rep(letter),
    loggedIn: true,
    chosen: 'online',
    activeSessions: 0,
    capacity: 2,
    idleSince: 0,
    offeredAt: 0,
    ...some,
  };
}

export function aWaiting(letter: string, some: Partial<Waiting> = {}): Waiting {
  return { _id: request(letter), channel: channel(), createdAt: 0, priority: 'normal', tried: [], ...some };
}

export function anOpenOffer(ofRequest: string, toRep: string, exclusive = true): OpenOffer {
  const _id = v.parse(OfferId, `${ofRequest}${toRep}`.padEnd(22, '0'));
  return { _id, request: request(ofRequest), channel: channel(), rep: rep(toRep), exclusive };
}

export function aChannel({
  line = [],
  reps = [],
  priority = 'normal',
  ...settings
}: Partial<Omit<ChannelToServe, 'settings'> & QueueSettings>): ChannelToServe {
  return { settings: { ...firstDefaults, ...settings }, priority, line, reps };
}

/** One channel, in which everybody is reachable unless told otherwise. */
export function inputOf(of: ChannelToServe, some: Partial<OffersInput> = {}): OffersInput {
  const reachable = new Set(of.reps.map(({ account }) => account));
  return { now: 0, priorityMinutes: 10, channels: new Map([[channel(), of]]), open: [], reachable, ...some };
}
