import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { CustomerContract } from '../../shared/contract/customer-contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { AdminContext } from '../admin/admin-context.ts';
import type { Clock } from '../config/clock.ts';
import { createTokenBucket } from '../edge/token-bucket.ts';
import type { TokenBucket } from '../edge/token-bucket.ts';
import type { CustomerContext, RepContext } from '../edge/links.ts';
import type { AskLimit } from '../queue/ask-limit.ts';
import type { Sessions } from '../sessions/session-service.ts';
import type { HelpDeskList } from './help-desks.ts';
import type { Invitations } from './invitation-service.ts';

/** Tries of one rep to open something by a code: who types it wrongly has enough, who tries codes out has not. */
const openLimit = { burst: 20, perSecond: 1 / 30 };

/** What a customer does with an invitation, and what somebody sees who opened its link. */
export function customerInvitationHandlers({
  invitations,
  helpDesks,
  askLimit,
}: {
  readonly invitations: Invitations;
  readonly helpDesks: HelpDeskList;
  readonly askLimit: AskLimit;
}): Pick<
  Handlers<CustomerContract, CustomerContext>,
  'invitations.mine' | 'invitations.make' | 'invitations.close' | 'invitations.look'
> {
  return {
    async 'invitations.mine'(_nothing, { browser }) {
      const [invitation = null, desks, domains] = await Promise.all([
        invitations.mine(browser),
        helpDesks.desks(),
        helpDesks.domains(),
      ]);
      return { invitation, desks, domains: [...domains] };
    },
    async 'invitations.make'({ proof, ...form }, { browser, address }) {
      // Each is told to every rep of a help desk and kept for a day, as a request is told to every rep of its channel.
      await askLimit.take({ address, browser, proof });
      return { invitation: await invitations.make(browser, form, address) };
    },
    async 'invitations.close'(_nothing, { browser }) {
      await invitations.close(browser);
      return {};
    },
    'invitations.look': async ({ secret }) => ({ card: await invitations.look(secret) }),
  };
}

/** What a rep does with invitations. */
export function repInvitationHandlers({
  invitations,
  sessions,
  clock,
}: {
  readonly invitations: Invitations;
  readonly sessions: Pick<Sessions, 'head'>;
  readonly clock: Clock;
}): Pick<
  Handlers<RepContract, RepContext>,
  'invitations.list' | 'invitations.open' | 'invitations.take' | 'invitations.pass'
> {
  /** One for each account that has ever tried: no more than there are accounts. */
  const tries = new Map<string, TokenBucket>();
  return {
    'invitations.list': async (_nothing, { account }) => ({ invitations: await invitations.list(account) }),
    async 'invitations.open'({ secret }, { account }) {
      const mine = tries.get(account.id) ?? createTokenBucket(openLimit, clock.now());
      tries.set(account.id, mine);
      if (!mine.take(clock.now())) throw new AppError('too-many-tries');
      return { session: await sessions.head(await invitations.open(account, secret), 'rep') };
    },
    async 'invitations.take'({ invitation }, { account }) {
      return { session: await sessions.head(await invitations.take(account, invitation), 'rep') };
    },
    async 'invitations.pass'({ invitation }, { account }) {
      await invitations.pass(account, invitation);
      return {};
    },
  };
}

/** Where invitations may go, as an administrator sets it. */
export function helpDeskHandlers(
  helpDesks: HelpDeskList,
): Pick<Handlers<AdminContract, AdminContext>, 'helpDesks.get' | 'helpDesks.update'> {
  return {
    'helpDesks.get': async () => ({ helpDesks: await helpDesks.get() }),
    'helpDesks.update': async (changed) => ({ helpDesks: await helpDesks.update(changed) }),
  };
}
