import type { LiveCode, SessionHead, WaitingDoor } from '../../shared/contract/session.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { SessionGuest } from '../../shared/contract/member.ts';
import type { Clock } from '../config/clock.ts';
import type { AccountDirectory } from '../edge/feature-seam.ts';
import type { Links } from '../edge/links.ts';
import { chosenIncident } from './chosen-incident.ts';
import { ownerGoneMs } from './owner-absence.ts';
import { consentsInForce, lastSeqForAll, screenState, sessionState } from './project-session.ts';
import type { SessionRecord } from './session-model.ts';
import type * as v from 'valibot';

export interface HeadNeeds {
  readonly accounts: Pick<AccountDirectory, 'face'>;
  readonly links: Pick<Links, 'browserConnected'>;
  readonly clock: Clock;
  readonly openWays: (session: SessionId) => Promise<OpenWays>;
}

/** The ways into a session that waits: its connection code while it lives, its link, and who is at the door. */
export interface OpenWays {
  readonly code: v.InferOutput<typeof LiveCode> | null;
  readonly door: WaitingDoor;
}

/** For whom a head is made: only a rep is shown the connection code. */
export type HeadFor = 'rep' | 'customer';

/** Puts together what lists and heads show of a session. */
export async function sessionHead(record: SessionRecord, audience: HeadFor, needs: HeadNeeds): Promise<SessionHead> {
  const { projection, owner } = record;
  const now = needs.clock.now();
  const face = await needs.accounts.face(owner);
  const guests = await guestsOf(record, needs);
  const state = sessionState(projection);
  const ways = audience === 'rep' && state === 'waiting-code' ? await needs.openWays(record._id) : { code: null };
  const head: SessionHead = {
    id: record._id,
    state,
    customer: {
      ...record.customer,
      present: record.browser !== undefined && needs.links.browserConnected(record.browser),
    },
    channelName: record.channelName,
    incident: chosenIncident(record),
    reason: record.reason,
    owner: face ?? { account: owner, displayName: 'Representative', picture: null },
    ...(guests.length === 0 ? {} : { guests }),
    ...(record.handsOf === undefined || record.handsOf === owner ? {} : { handsOf: record.handsOf }),
    ownerMissing: state === 'live' ? missing(record) : null,
    startedAt: record.startedAt,
    endedAt: projection.ended?.at ?? null,
    lastSeq: projection.lastSeq,
    read: record.read,
    screen: screenState(projection, now),
    ask: projection.ask,
    consents: consentsInForce(projection, now),
    ...(projection.call === null ? {} : { call: projection.call }),
    facts: projection.facts,
    ...ways,
  };
  return audience === 'rep' ? head : forCustomer(head, record);
}

async function guestsOf({ guests = [] }: SessionRecord, { accounts }: HeadNeeds): Promise<SessionGuest[]> {
  const known = guests.map(async ({ account, hands }) => {
    const face = await accounts.face(account);
    return { account, displayName: face?.displayName ?? 'Representative', picture: face?.picture ?? null, hands };
  });
  return Promise.all(known);
}

function missing({
  ownerMissingSince: since,
  inLineSince,
  ownerLeft,
  channel,
}: SessionRecord): SessionHead['ownerMissing'] {
  if (since === undefined) return null;
  if (ownerLeft === true) return { since, endsAt: since, next: 'left' };
  const next = inLineSince !== undefined ? 'in-line' : channel === null ? 'end' : 'line';
  return { since, endsAt: since + ownerGoneMs, next };
}

/** What a rep is shown, as the customer may see it: without the ways in, and read and written up to what is for all. */
export function forCustomer(head: SessionHead, { projection }: Pick<SessionRecord, 'projection'>): SessionHead {
  const { door: _forRepsOnly, ...rest } = head;
  return { ...rest, code: null, lastSeq: lastSeqForAll(projection), read: readForCustomer(head.read, projection) };
}

/** How far each side has read of what is for all. */
export function readForCustomer(read: SessionHead['read'], projection: SessionRecord['projection']) {
  return { ...read, reps: Math.min(read.reps, lastSeqForAll(projection)) };
}
