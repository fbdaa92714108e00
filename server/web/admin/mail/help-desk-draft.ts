/** The form of help desks and domains, as it is typed and as it is sent. Pure. */
import * as v from 'valibot';
import type { Channel } from '../../../../shared/contract/channel.ts';
import type { ChannelId } from '../../../../shared/contract/identifiers.ts';
import { MailDomain } from '../../../../shared/contract/invitation.ts';
import type { HelpDesks } from '../../../../shared/contract/invitation.ts';
import { OptionalEmail } from '../../../../shared/contract/text.ts';

export interface HelpDeskDraft {
  /** By channel; empty where there is none. */
  readonly addresses: Readonly<Record<ChannelId, string>>;
  /** With commas between. */
  readonly domains: string;
}

/** `from`: its domain stands there until somebody has decided otherwise. */
export function helpDeskDraft(
  { desks, domains }: HelpDesks,
  channels: readonly Pick<Channel, 'id'>[],
  from: string,
): HelpDeskDraft {
  const addresses = Object.fromEntries(
    channels.map(({ id }) => [id, desks.find(({ channel }) => channel === id)?.address ?? '']),
  );
  const usual = from === '' ? [] : [from.slice(from.lastIndexOf('@') + 1).toLowerCase()];
  return { addresses, domains: (domains ?? usual).join(', ') };
}

const domainsOf = (text: string) => text.split(/[,;\s]+/).filter((domain) => domain !== '');

/** Which fields do not fit: channels by id, `domains` by name. */
export function helpDeskFaults({ addresses, domains }: HelpDeskDraft): readonly string[] {
  const wrong = Object.entries(addresses).filter(([, address]) => !v.is(OptionalEmail, address));
  return [
    ...wrong.map(([channel]) => channel),
    ...(domainsOf(domains).every((domain) => v.is(MailDomain, domain)) ? [] : ['domains']),
  ];
}

/** Whether something differs from what is saved. */
export function isHelpDeskChanged(saved: HelpDeskDraft, now: HelpDeskDraft): boolean {
  const addressOf = (draft: HelpDeskDraft) =>
    Object.entries(draft.addresses).map(([channel, address]) => `${channel} ${address.trim()}`);
  return addressOf(saved).join() !== addressOf(now).join() || saved.domains !== now.domains.trim();
}

/** What is sent. */
export function helpDesksOf(
  { addresses, domains }: HelpDeskDraft,
  channels: readonly Pick<Channel, 'id'>[],
): HelpDesks {
  const desks = channels.flatMap(({ id }) => {
    const address = addresses[id]?.trim() ?? '';
    return address === '' ? [] : [{ channel: id, address }];
  });
  return { desks, domains: domainsOf(domains) };
}
