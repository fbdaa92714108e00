/** The features on a real store inside the test's own process, for what must be tried thousands of times. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mongoose';
import type { Connection } from 'mongoose';
import { systemClock } from '../../../server/config/clock.ts';
import type { Clock } from '../../../server/config/clock.ts';
import { readConfig } from '../../../server/config/config.ts';
import { openDatabase } from '../../../server/database/open-database.ts';
import type { Features, StoredChannel } from '../../../server/edge/feature-seam.ts';
import type { BrowserId, Links } from '../../../server/edge/links.ts';
import { createFeatures } from '../../../server/features.ts';
import { createLog } from '../../../server/logging/log.ts';
import { newId, newToken } from '../../../server/secrets/random.ts';
import type { Account } from '../../../shared/contract/account.ts';
import type { OfferPolicy } from '../../../shared/contract/queue-settings.ts';
import { alwaysOpen } from '../../../shared/contract/business-hours.ts';
import { AccountId, ChannelId } from '../../../shared/contract/identifiers.ts';

export interface FeaturesInProcess {
  readonly features: Features;
  readonly connection: Connection;
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
  const config = readConfig({ DATA_FOLDER: folder, PREPARE_HOST: 'no' }, folder);
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
  const features = await createFeatures({
    links: linksOf(accounts, browsers),
    connection,
    config,
    origin: () => 'http://localhost',
    log,
    clock,
    audit: () => undefined,
    groups: { tree: () => Promise.resolve([]), subscribe: () => () => undefined },
    accountNews: { subscribe: () => () => undefined },
    room: { isFull: () => false, noticed: () => false },
    accounts: {
      find: async (id) => reps.find((rep) => rep.id === id),
      list: async () => [...reps],
      revocations: () => Promise.resolve(0),
      capacities: async () =>
        new Map(reps.flatMap(({ id, capacity }) => (capacity === null ? [] : [[id, capacity] as const]))),
      face: async (id) => {
        const rep = reps.find((one) => one.id === id);
        return rep && { account: rep.id, displayName: rep.displayName, picture: rep.picture };
      },
    },
    channels: { list: async () => [...channels.values()], find: async (id) => channels.get(id) },
    organisation: {
      get: async () => ({ name: 'Fern Street Library' }),
      times: async () => ({ timeZone: 'Europe/Berlin', reservationDays: 7, reservationQueue: 20 }),
    },
    pictures: { keep: () => Promise.reject(new Error('Nobody keeps pictures here')), forget: () => Promise.resolve() },
  });
  await features.start();
  for (const { id } of reps) await features.listeners.repJoined(id);
  return {
    features,
    connection,
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

/** Who is connected, and nobody who listens: what was said is read from the store. */
function linksOf(accounts: ReadonlySet<AccountId>, browsers: ReadonlySet<BrowserId>): Links {
  const unheard = () => undefined;
  return {
    toAccount: unheard,
    toBrowser: unheard,
    toAllBrowsers: unheard,
    toHost: unheard,
    accountsConnected: () => accounts,
    browserConnected: (browser) => browsers.has(browser),
    hostConnected: () => false,
    closeHost: unheard,
  };
}
