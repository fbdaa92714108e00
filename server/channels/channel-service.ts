/** Support channels: which there are and which reps are in them. */
import { alwaysOpen } from '../../shared/contract/business-hours.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { ChannelId } from '../../shared/contract/identifiers.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { Clock } from '../config/clock.ts';
import { anyOf } from '../documents/any-of.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import type { StoredChannel } from '../edge/feature-seam.ts';
import { newId } from '../secrets/random.ts';
import type { ChannelDocument, ChannelModel } from './channel-model.ts';

/** A new channel is in everything as the organisation says. */
const asOrganisation = {
  availableQueue: null,
  busyQueue: null,
  policy: null,
  offerSeconds: null,
  countsAway: null,
  awayAfterMissed: null,
  priority: 'normal',
  hours: alwaysOpen,
  reservationQueue: null,
} as const;

/** When a channel is open, and how many reservations it takes. */
type Reserving = Pick<StoredChannel, 'hours' | 'reservationQueue'>;

/** Methods that take a channel's id throw `not-found` when there is none; names that are taken throw `already-exists`. */
export interface ChannelService {
  /** By name. */
  list(): Promise<StoredChannel[]>;
  find(id: ChannelId): Promise<StoredChannel | undefined>;
  create(name: string, description: string): Promise<StoredChannel>;
  update(channel: Omit<StoredChannel, 'members' | keyof Reserving>): Promise<StoredChannel>;
  setReserving(id: ChannelId, reserving: Reserving): Promise<StoredChannel>;
  /** Returns the channel and who was in it before. Whoever is named in neither list stays in or out. */
  changeMembers(
    id: ChannelId,
    change: { readonly add: readonly AccountId[]; readonly remove: readonly AccountId[] },
  ): Promise<{ channel: StoredChannel; before: AccountId[] }>;
  remove(id: ChannelId): Promise<{ members: AccountId[] }>;
  /** Puts an account into channels; those that are gone meanwhile are passed over. */
  addMember(channels: readonly ChannelId[], account: AccountId): Promise<void>;
  channelsOf(accounts: readonly AccountId[]): Promise<ReadonlyMap<AccountId, ChannelId[]>>;
}

export function createChannelService(model: ChannelModel, clock: Clock): ChannelService {
  return {
    async list() {
      return (await model.find().sort({ nameKey: 1 }).lean()).map(toChannel);
    },

    async find(id) {
      const stored = await model.findOne({ _id: id }).lean();
      return stored === null ? undefined : toChannel(stored);
    },

    async create(name, description) {
      const fresh: ChannelDocument = {
        _id: newId(ChannelId),
        ...named(name),
        description,
        ...asOrganisation,
        members: [],
        createdAt: clock.now(),
      };
      await model.create(fresh).catch(nameIsTaken);
      return toChannel(fresh);
    },

    async update({ id, name, description, numbers, distribution }) {
      const fields = { ...named(name), description, ...numbers, ...distribution };
      const stored = await model
        .findOneAndUpdate({ _id: id }, { $set: fields }, { returnDocument: 'after' })
        .lean()
        .catch(nameIsTaken);
      return toChannel(found(stored));
    },

    async setReserving(id, { hours, reservationQueue }) {
      const fields = { hours, reservationQueue };
      const stored = await model.findOneAndUpdate({ _id: id }, { $set: fields }, { returnDocument: 'after' }).lean();
      return toChannel(found(stored));
    },

    async changeMembers(id, { add, remove }) {
      // The store adds and takes out in two steps; what somebody else does in between stays as well.
      const coming = { $addToSet: { members: { $each: [...add] } } };
      const before = found(await model.findOneAndUpdate({ _id: id }, coming).lean());
      const going = { $pullAll: { members: [...remove] } };
      const after = found(await model.findOneAndUpdate({ _id: id }, going, { returnDocument: 'after' }).lean());
      return { channel: toChannel(after), before: [...before.members] };
    },

    async remove(id) {
      return { members: [...found(await model.findOneAndDelete({ _id: id }).lean()).members] };
    },

    async addMember(channels, account) {
      if (channels.length === 0) return;
      await model.updateMany({ _id: anyOf(channels) }, { $addToSet: { members: account } });
    },

    async channelsOf(accounts) {
      const wanted = new Map<AccountId, ChannelId[]>(accounts.map((account) => [account, []]));
      for (const { _id, members } of await model.find({ members: anyOf(accounts) }).lean()) {
        for (const member of members) wanted.get(member)?.push(_id);
      }
      return wanted;
    },
  };
}

function named(name: string): { name: string; nameKey: string } {
  return { name, nameKey: name.toLowerCase() };
}

function found<T>(stored: T | null): T {
  if (stored === null) throw new AppError('not-found');
  return stored;
}

function nameIsTaken(error: unknown): never {
  if (!isDuplicateKey(error, 'nameKey')) throw error;
  throw new AppError('already-exists', { text: 'There is a channel of this name. Choose another one.', cause: error });
}

function toChannel(stored: ChannelDocument): StoredChannel {
  const { policy, offerSeconds, countsAway, awayAfterMissed, priority } = stored;
  return {
    id: stored._id,
    name: stored.name,
    description: stored.description,
    numbers: { availableQueue: stored.availableQueue, busyQueue: stored.busyQueue },
    distribution: { policy, offerSeconds, countsAway, awayAfterMissed, priority },
    hours: stored.hours,
    reservationQueue: stored.reservationQueue,
    members: [...stored.members],
  };
}
