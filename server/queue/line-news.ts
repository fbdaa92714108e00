/** Tells a channel's reps of a request that came into its line, or left it. */
import type { Offers } from '../distribution/offer-service.ts';
import type { ChannelDirectory } from '../edge/feature-seam.ts';
import type { Links } from '../edge/links.ts';
import type { QueueLook } from './queue-look.ts';
import { waitingRequestOf } from './queue-views.ts';
import type { RequestRecord } from './request-model.ts';

export interface LineNews {
  /** Tells the channel's reps, and shows everybody where they stand now. */
  cameOrChanged(request: RequestRecord): Promise<void>;
  /** Nobody can take it any more: what was offered of it is withdrawn. */
  left(request: RequestRecord): Promise<void>;
  /** The order has changed, or who is asked. */
  moved(): void;
}

export interface LineNewsNeeds {
  readonly queueLook: Pick<QueueLook, 'look'>;
  readonly channels: Pick<ChannelDirectory, 'find'>;
  readonly links: Pick<Links, 'toAccount'>;
  readonly offers: Pick<Offers, 'requestGone'>;
  readonly board: { moved(): void };
}

export function createLineNews({ queueLook, channels, links, offers, board }: LineNewsNeeds): LineNews {
  const membersOf = async (request: RequestRecord) => (await channels.find(request.channel))?.members ?? [];
  return {
    async cameOrChanged(request) {
      const waiting = waitingRequestOf(await queueLook.look(), request);
      for (const member of waiting === undefined ? [] : await membersOf(request)) {
        if (waiting !== undefined) links.toAccount(member, { type: 'requests.waiting', request: waiting });
      }
      board.moved();
    },
    async left(request) {
      for (const member of await membersOf(request)) {
        links.toAccount(member, { type: 'requests.left', request: request._id });
      }
      await offers.requestGone(request._id);
      board.moved();
    },
    moved: () => board.moved(),
  };
}
