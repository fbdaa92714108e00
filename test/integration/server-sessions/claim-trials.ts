/** What trials of claims have in common: customers in line, what the store says afterwards, and an empty line again. */
import assert from 'node:assert/strict';
import type { Connection } from 'mongoose';
import { offerModel } from '../../../server/distribution/offer-model.ts';
import type { StoredChannel } from '../../../server/edge/feature-seam.ts';
import { presenceModels } from '../../../server/presence/presence-model.ts';
import { requestModel } from '../../../server/queue/request-model.ts';
import type { RequestRecord } from '../../../server/queue/request-model.ts';
import { newId } from '../../../server/secrets/random.ts';
import { logEntryModels } from '../../../server/session-log/log-entry-model.ts';
import { sessionModel } from '../../../server/sessions/session-model.ts';
import type { Account } from '../../../shared/contract/account.ts';
import { RequestId } from '../../../shared/contract/identifiers.ts';
import type { AccountId } from '../../../shared/contract/identifiers.ts';
import { aBrowser } from './features-in-process.ts';

export interface Trials {
  readonly connection: Connection;
  readonly channel: StoredChannel;
  readonly reps: readonly Account[];
}

/** Customers in line, as their requests are stored. */
export async function customersInLine({ connection, channel }: Trials, count: number): Promise<RequestId[]> {
  const waiting = Array.from({ length: count }, (): RequestRecord => ({
    _id: newId(RequestId),
    browser: aBrowser(),
    channel: channel.id,
    channelName: channel.name,
    name: 'Marta',
    email: '',
    phone: '',
    reason: 'Printer',
    message: '',
    createdAt: Date.now(),
    placeAtStart: 1,
    priority: 'normal',
    tried: [],
    state: 'waiting',
  }));
  await requestModel(connection).insertMany(waiting);
  return waiting.map(({ _id }) => _id);
}

/** How many seats each rep has taken. */
export async function seatsTaken({ connection }: Trials): Promise<Map<AccountId, number>> {
  const standings = await presenceModels(connection).reps.find({}).lean();
  return new Map(standings.map(({ _id, seats }) => [_id, seats.length]));
}

/** What requests and sessions say themselves, against who has won and against the seats that the claims counted. */
export async function recount(trials: Trials, winners: ReadonlyMap<RequestId, AccountId>): Promise<void> {
  const [requests, sessions, seats] = await Promise.all([
    requestModel(trials.connection).find({}).lean(),
    sessionModel(trials.connection).find({}).lean(),
    seatsTaken(trials),
  ]);
  const live = new Map(sessions.filter(({ state }) => state === 'live').map(({ _id, owner }) => [_id, owner]));
  assert.deepEqual([requests.length, sessions.length, live.size], [winners.size, winners.size, winners.size]);
  for (const { _id, state, claimedBy, session } of requests) {
    const winner = winners.get(_id);
    assert.deepEqual([state, claimedBy, session && live.get(session)], ['claimed', winner, winner]);
  }
  for (const { id } of trials.reps) {
    assert.equal(seats.get(id), [...live.values()].filter((owner) => owner === id).length);
  }
}

/** Each round begins on an empty line, so that the last trials are as quick as the first. */
export async function emptyLine({ connection }: Trials): Promise<void> {
  await Promise.all([
    sessionModel(connection).deleteMany({}),
    requestModel(connection).deleteMany({}),
    offerModel(connection).deleteMany({}),
    logEntryModels(connection).entries.deleteMany({}),
    presenceModels(connection).reps.updateMany({}, { $set: { seats: [] } }),
  ]);
}
