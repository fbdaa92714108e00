/** The features on a real store inside the test's own process, for what must be tried thousands of times. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mongoose';
import type { Connection } from 'mongoose';
import { systemClock } from '../../../server/config/clock.ts';
import type { Clock } from '../../../server/config/clock.ts';
import { openDatabase } from '../../../server/database/open-database.ts';
import type { Features, StoredChannel } from '../../../server/edge/feature-seam.ts';
import type { BrowserId } from '../../../server/edge/links.ts';
import { createLog } from '../../../server/logging/log.ts';
import { newId, newToken } from '../../../server/secrets/random.ts';
import type { Account } from '../../../shared/contract/account.ts';
import type { OfferPolicy } from '../../../shared/contract/queue-settings.ts';
import { alwaysOpen } from '../../../shared/contract/business-hours.ts';
import { AccountId, ChannelId } from '../../../shared/contract/identifiers.ts';
import { featuresOnStore } from './features-on-store.ts';

export interface FeaturesInProcess {
  readonly features: Features;
  readonly connection: Connection;
  /** Of the store, for whoever wants a connection of their own. */
  readonly uri: string;
  /** Where what is not in the store is kept. */
  readonly folder: string;
  readonly channel: StoredChannel;
  /** The channels that there are. */
  readonly channels: Map<ChannelId, StoredChannel>;
  readonly reps: readonly Account[];
  /** Who counts as connected. */
  readonly browsers: Set<BrowserId>;
  readonly accounts: Set<AccountId>;
  stop(): Promise<void>;
}

export interface FeatureSetting {
  readonly repNames: readonly string[];
  readonly availableQueue?: number;
  readonly busyQueue?: number;
  readonly policy?: OfferPolicy;
  readonly reservationQueue?: number | null;
  readonly clock?: Clock;
  /** Capacities of their own, by name. */
  readonly capacities?: Readonly<Record<string, number>>;
}

const embeddedProgram = {
  command: process.execPath,
  args: ['--import', 'tsx', join(import.meta.dirname, '../../../server/database/embedded/main.ts')],
};

/** Features with one channel and these reps in it, who are all connected. */
export async function featuresInProcess({
  repNames,
  availableQueue = 2,
  busyQueue = 2,
  policy = 'to-all',
  reservationQueue = null,
  clock = systemClock,
  capacities = {},
}: FeatureSetting): Promise<FeaturesInProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'rh-features-'));
  const log = createLog('error');
  const store = await openDatabase({ dataFolder: folder, log, searchPath: '', embeddedProgram });
  const connection = await createConnection(store.uri, { bufferCommands: false }).asPromise();
  const channelId = newId(ChannelId);
  const reps = repNames.map((displayName) => ({
    ...anAccount(displayName, channelId),
    capacity: capacities[displayName] ?? null,
  }));
  const channel: StoredChannel = {
    id: channelId,
    name: 'General',
    description: '',
    numbers: { availableQueue, busyQueue },
    distribution: { policy, offerSeconds: null, countsAway: null, awayAfterMissed: null, priority: 'normal' },
    hours: alwaysOpen,
    reservationQueue,
    members: reps.map(({ id }) => id),
  };
  const channels = new Map([[channelId, channel]]);
  const browsers = new Set<BrowserId>();
  const accounts = new Set(channel.members);
  const features = await featuresOnStore({ connection, dataFolder: folder, channels, reps, browsers, accounts, clock });
  await features.start();
  for (const { id } of reps) await features.listeners.repJoined(id);
  return {
    features,
    connection,
    uri: store.uri,
    folder,
    channel,
    channels,
    reps,
    browsers,
    accounts,
    async stop() {
      await features.stop();
      await connection.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A browser that nobody has seen before. */
export function aBrowser(): BrowserId {
  return newToken() as string as BrowserId;
}

/** The edge's words about a customer's page that calls. */
export function pageOf(browser: BrowserId) {
  return { linkId: 'page', browser, address: '192.0.2.1', userAgent: 'Mozilla/5.0 (X11; Linux x86_64)' };
}

function anAccount(displayName: string, channel: ChannelId): Account {
  return {
    id: newId(AccountId),
    userId: displayName.toLowerCase(),
    fullName: displayName,
    displayName,
    email: '',
    role: 'representative',
    disabled: false,
    picture: null,
    channels: [channel],
    capacity: null,
    createdAt: 0,
    lastSeenAt: null,
    group: null,
    leads: [],
  };
}
