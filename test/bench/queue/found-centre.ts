/** A support centre in a data folder, before its server starts: channels of every policy, and reps who are signed in. */
import { mkdirSync } from 'node:fs';
import type { Connection } from 'mongoose';
import { accountModel, listKeys, userIdKey } from '../../../server/accounts/account-model.ts';
import { signInModel } from '../../../server/accounts/sign-in-model.ts';
import { signInLifeMs } from '../../../server/accounts/sign-ins.ts';
import { channelModel } from '../../../server/channels/channel-model.ts';
import { readConfig } from '../../../server/config/config.ts';
import { createLog } from '../../../server/logging/log.ts';
import { openStore } from '../../../server/open-store.ts';
import { hashSecret, newId, newToken } from '../../../server/secrets/random.ts';
import { alwaysOpen } from '../../../shared/contract/business-hours.ts';
import { AccountId, ChannelId } from '../../../shared/contract/identifiers.ts';
import { OfferPolicy } from '../../../shared/contract/queue-settings.ts';

/** Customers that a rep may have at once, unless they have a number of their own. */
const availableQueue = 2;
/** Every fifth rep has this one. */
const ownCapacity = 3;
/** So long that nobody misses one because a machine is slow. */
const offerSeconds = 120;

export interface CentreRep {
  readonly id: AccountId;
  readonly token: string;
  readonly channels: readonly ChannelId[];
  readonly capacity: number;
}

export interface Centre {
  readonly channels: readonly { readonly id: ChannelId; readonly policy: OfferPolicy }[];
  readonly reps: readonly CentreRep[];
}

/**
 * A channel for each policy; every rep is in one, every third in the next one too. Written by the models, because two
 * hundred passwords would take minutes to hash.
 */
export async function foundCentre(dataFolder: string, repCount: number): Promise<Centre> {
  mkdirSync(dataFolder, { recursive: true });
  return withStore(dataFolder, async (connection) => {
    const channels = OfferPolicy.options.map((policy) => ({ id: newId(ChannelId), policy }));
    const reps = Array.from({ length: repCount }, (_, index): CentreRep => {
      const own = channels.filter((_channel, at) => at === index % 4 || (index % 3 === 0 && at === (index + 1) % 4));
      const capacity = index % 5 === 0 ? ownCapacity : availableQueue;
      return { id: newId(AccountId), token: newToken(), channels: own.map(({ id }) => id), capacity };
    });
    await store(connection, { channels, reps });
    return { channels, reps };
  });
}

async function store(connection: Connection, { channels, reps }: Centre) {
  const createdAt = Date.now();
  await channelModel(connection).insertMany(
    channels.map(({ id, policy }) => ({
      _id: id,
      name: policy,
      nameKey: policy,
      description: '',
      availableQueue,
      busyQueue: 99,
      policy,
      offerSeconds,
      countsAway: true,
      awayAfterMissed: false,
      priority: 'normal',
      hours: alwaysOpen,
      reservationQueue: null,
      members: reps.filter((rep) => rep.channels.includes(id)).map((rep) => rep.id),
      createdAt,
    })),
  );
  await accountModel(connection).insertMany(
    reps.map(({ id, capacity }, index) => {
      const userId = `rep-${index}`;
      const names = { userId, fullName: `Rep ${index} Example`, displayName: `Rep ${index}`, email: '' };
      const own = capacity === availableQueue ? null : capacity;
      const account = {
        role: 'representative' as const,
        disabled: false,
        passwordHash: 'none',
        capacity: own,
        createdAt,
      };
      return { _id: id, ...names, userIdKey: userIdKey(userId), ...listKeys(names), ...account };
    }),
  );
  const expiresAt = new Date(createdAt + signInLifeMs.extension);
  await signInModel(connection).insertMany(
    reps.map(({ id, token }) => ({ _id: hashSecret(token), account: id, kind: 'extension', createdAt, expiresAt })),
  );
}

/** Does something with a store that no server has open. */
export async function withStore<T>(dataFolder: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const opened = await openStore(readConfig({ DATA_FOLDER: dataFolder }, dataFolder), createLog('error'));
  try {
    const done = await work(opened.connection);
    // Indexes are built behind the first use of a model: a store that is closed meanwhile would complain.
    await Promise.all(Object.values(opened.connection.models).map((model) => model.init()));
    return done;
  } finally {
    await opened.close();
  }
}
