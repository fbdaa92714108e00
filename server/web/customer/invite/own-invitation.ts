/** What the page knows of the invitation that this browser has out, and of who trusts it. */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Client, EventOf } from '../../../../shared/contract/contract.ts';
import type { CustomerContract } from '../../../../shared/contract/customer-contract.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import type { HelpDesk, OwnInvitation } from '../../../../shared/contract/invitation.ts';

type News = Extract<EventOf<CustomerContract>, { type: 'invitations.changed' | 'trusts.changed' }>;

export interface OwnInvitationModel {
  readonly invitation: ReadonlySignal<OwnInvitation | null>;
  /** Where an invitation can be sent; empty until it is known. */
  readonly desks: ReadonlySignal<readonly HelpDesk[]>;
  readonly domains: ReadonlySignal<readonly string[]>;
  /** Goes up whenever who trusts whom has changed. */
  readonly trustNews: ReadonlySignal<number>;
  /** Asked at every connection: what was missed meanwhile. */
  refresh(): Promise<void>;
  hear(news: News): void;
  /** The invitation after a call that changed it. */
  put(invitation: OwnInvitation | null): void;
}

export function createOwnInvitation(server: () => Client<CustomerContract>): OwnInvitationModel {
  const invitation = signal<OwnInvitation | null>(null);
  const desks = signal<readonly HelpDesk[]>([]);
  const domains = signal<readonly string[]>([]);
  const trustNews = signal(0);
  const put = (next: OwnInvitation | null) => void (invitation.value = next);
  return {
    invitation,
    desks,
    domains,
    trustNews,
    put,
    async refresh() {
      try {
        const mine = await server().call('invitations.mine', {});
        put(mine.invitation);
        desks.value = mine.desks;
        domains.value = mine.domains;
        trustNews.value += 1;
      } catch (error) {
        // A link that broke again comes back by itself, and this is asked anew.
        if (!(error instanceof AppError)) throw error;
      }
    },
    hear(news) {
      switch (news.type) {
        case 'invitations.changed':
          return put(news.invitation);
        case 'trusts.changed':
          trustNews.value += 1;
          return;
        default:
          news satisfies never;
      }
    },
  };
}
