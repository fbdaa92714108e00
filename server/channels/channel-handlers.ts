/** Support channels in the web panel. */
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { Channel } from '../../shared/contract/channel.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { AccountService } from '../accounts/account-service.ts';
import type { AdminContext } from '../admin/admin-context.ts';
import type { Features, StoredChannel } from '../edge/feature-seam.ts';
import type { ChannelService } from './channel-service.ts';

export interface ChannelHandlerParts {
  readonly channels: ChannelService;
  readonly accounts: AccountService;
  readonly channelState: Features['channelState'];
  readonly channelRemoved: Features['channelRemoved'];
  readonly channelsChanged: Features['channelsChanged'];
}

/** What the web panel asks about channels. */
export type ChannelHandlers = Pick<
  Handlers<AdminContract, AdminContext>,
  | 'channels.list'
  | 'channels.create'
  | 'channels.update'
  | 'channels.setReserving'
  | 'channels.changeMembers'
  | 'channels.remove'
>;

export function createChannelHandlers(parts: ChannelHandlerParts): ChannelHandlers {
  const { channels, accounts, channelState, channelRemoved, channelsChanged } = parts;
  const whole = async (channel: StoredChannel): Promise<Channel> => ({
    ...channel,
    ...(await channelState(channel.id)),
  });

  return {
    'channels.list': async () => ({ channels: await Promise.all((await channels.list()).map(whole)) }),

    'channels.create': async ({ name, description }) => {
      const channel = await channels.create(name, description);
      await channelsChanged();
      return { channel: await whole(channel) };
    },

    'channels.update': async (wanted) => {
      const channel = await channels.update(wanted);
      await channelsChanged();
      return { channel: await whole(channel) };
    },

    'channels.setReserving': async ({ id, ...reserving }) => {
      const channel = await channels.setReserving(id, reserving);
      await channelsChanged();
      return { channel: await whole(channel) };
    },

    'channels.changeMembers': async ({ id, ...change }) => {
      const known = new Set((await accounts.list()).map((account) => account.id));
      if (!change.add.every((member) => known.has(member))) {
        throw new AppError('not-found', { text: 'One of these accounts is not there. Reload, then choose again.' });
      }
      const { channel, before } = await channels.changeMembers(id, change);
      await accounts.announce(changedMembers(before, channel.members));
      await channelsChanged();
      return { channel: await whole(channel) };
    },

    'channels.remove': async ({ id }) => {
      if ((await channelState(id)).waiting > 0) {
        throw new AppError('not-allowed', {
          text: 'Customers are waiting in this channel. Help them first, then remove it.',
        });
      }
      const { members } = await channels.remove(id);
      // Who asked between the look and the removal would wait where nobody answers.
      await channelRemoved(id);
      await accounts.announce(members);
      await channelsChanged();
      return {};
    },
  };
}

/** Who came or went. */
function changedMembers(before: readonly AccountId[], after: readonly AccountId[]): AccountId[] {
  const left = before.filter((member) => !after.includes(member));
  const came = after.filter((member) => !before.includes(member));
  return [...left, ...came];
}
