/** The features over a store that is open already, with people and channels as a test names them, and nobody who listens. */
import type { Connection } from 'mongoose';
import type { Clock } from '../../../server/config/clock.ts';
import { readConfig } from '../../../server/config/config.ts';
import type { Features, StoredChannel } from '../../../server/edge/feature-seam.ts';
import type { BrowserId, Links } from '../../../server/edge/links.ts';
import { createFeatures } from '../../../server/features.ts';
import { createLog } from '../../../server/logging/log.ts';
import type { Account } from '../../../shared/contract/account.ts';
import type { AccountId, ChannelId } from '../../../shared/contract/identifiers.ts';

export interface WorldOnStore {
  readonly connection: Connection;
  /** For what is not in the store, such as the server's secret. */
  readonly dataFolder: string;
  readonly channels: ReadonlyMap<ChannelId, StoredChannel>;
  readonly reps: readonly Account[];
  /** Who counts as connected. */
  readonly browsers: ReadonlySet<BrowserId>;
  readonly accounts: ReadonlySet<AccountId>;
  readonly clock: Clock;
}

/** Not started yet: what runs by itself, such as deadlines, stands still. */
export function featuresOnStore(world: WorldOnStore): Promise<Features> {
  const { connection, dataFolder, channels, reps, browsers, accounts, clock } = world;
  return createFeatures({
    links: linksOf(accounts, browsers),
    connection,
    config: readConfig({ DATA_FOLDER: dataFolder, PREPARE_HOST: 'no' }, dataFolder),
    origin: () => 'http://localhost',
    log: createLog('error'),
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
