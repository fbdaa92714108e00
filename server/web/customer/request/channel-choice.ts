/** Which channel a request goes to, and why it may not be possible now. Pure. */
import type { PublicChannel } from '../../../../shared/contract/channel.ts';
import { texts } from '../../texts/customer-en.ts';

/** Whether somebody may get in line there now. */
export function canBeAsked({ status }: PublicChannel): boolean {
  return status === 'available' || status === 'busy';
}

/** What was chosen by hand as long as it is there, else the first channel that can be asked. */
export function channelFor(channels: readonly PublicChannel[], chosen: string | undefined): string | undefined {
  return channels.find(({ id }) => id === chosen)?.id ?? channels.find(canBeAsked)?.id;
}

/** Why nobody can be asked at the moment; `undefined` when somebody can. */
export function whyNot(channels: readonly PublicChannel[], channel: string | undefined): string | undefined {
  if (channels.length === 0) return texts.request.noChannels;
  if (!channels.some(canBeAsked)) return texts.request.nobodyAnywhere;
  const current = channels.find(({ id }) => id === channel);
  return current === undefined || canBeAsked(current) ? undefined : texts.request.nobody;
}
