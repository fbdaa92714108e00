/** One of several server processes on one store: its own connection to it, the server's own features, and one rep who claims. */
import { createConnection } from 'mongoose';
import { systemClock } from '../../../server/config/clock.ts';
import type { Features, StoredChannel } from '../../../server/edge/feature-seam.ts';
import type { Account } from '../../../shared/contract/account.ts';
import type { RequestId } from '../../../shared/contract/identifiers.ts';
import { featuresOnStore } from './features-on-store.ts';

export type ClaimOrder =
  | {
      readonly type: 'open';
      readonly uri: string;
      readonly dataFolder: string;
      readonly channel: StoredChannel;
      readonly reps: readonly Account[];
      /** Whose claims this process makes. */
      readonly rep: Account;
    }
  | { readonly type: 'claim'; readonly requests: readonly RequestId[] };

export type ClaimNews =
  | { readonly type: 'opened' }
  | {
      readonly type: 'claimed';
      /** Of each request why it was refused; `null` when it was won. */
      readonly refusals: readonly (string | null)[];
      /** Claims that came as far as the store's one operation that says who won. */
      readonly racing: number;
    }
  | { readonly type: 'failed'; readonly text: string };

let features: Features | undefined;
let rep: Account | undefined;
let racing = 0;
const tell = (news: ClaimNews) => process.send?.(news);

async function open(order: Extract<ClaimOrder, { type: 'open' }>) {
  const { uri, dataFolder, channel, reps } = order;
  const connection = await createConnection(uri, { bufferCommands: false }).asPromise();
  connection.set('debug', (collection: string, method: string) => {
    if (collection === 'support_requests' && method === 'findOneAndUpdate') racing += 1;
  });
  features = await featuresOnStore({
    connection,
    dataFolder,
    channels: new Map([[channel.id, channel]]),
    reps,
    browsers: new Set(),
    accounts: new Set(reps.map(({ id }) => id)),
    clock: systemClock,
  });
  rep = order.rep;
  tell({ type: 'opened' });
}

/** All at once, so that the processes meet at every request. */
async function claim(requests: readonly RequestId[]) {
  if (features === undefined || rep === undefined) throw new Error('Nothing was opened');
  const { repHandlers } = features;
  const context = { linkId: rep.id, account: rep };
  racing = 0;
  const claims = requests.map(async (request) => repHandlers['requests.claim']({ request }, context));
  const refusals = (await Promise.allSettled(claims)).map((outcome) =>
    outcome.status === 'fulfilled' ? null : (outcome.reason as Error).message,
  );
  tell({ type: 'claimed', refusals, racing });
}

process.on('message', (order: ClaimOrder) => {
  (order.type === 'open' ? open(order) : claim(order.requests)).catch((error: unknown) =>
    tell({ type: 'failed', text: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
