/** What team leads ask on their links: who may, and what is written down of it. */
import type { Account } from '../../shared/contract/account.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { RequestId } from '../../shared/contract/identifiers.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { repTeamOperations } from '../../shared/contract/team-operations.ts';
import { isAtLeast, leastRoleOnLink } from '../accounts/roles.ts';
import type { AuditWriter } from '../audit/audit.ts';
import type { FieldChange } from '../audit/chain.ts';
import type { RepContext } from '../edge/links.ts';
import type { Queue } from '../queue/queue-service.ts';
import type { Sessions } from '../sessions/session-service.ts';
import type { Assignments } from './assignments.ts';
import { makeTeam } from './make-team.ts';
import type { GatherTeamFacts } from './team-facts.ts';
import type { TeamNews } from './team-news.ts';
import { channelIds, teamScope } from './team-scope.ts';

/** What is done in sessions of others is answered with what else is done about who is in one. */
type Name = Exclude<
  keyof typeof repTeamOperations,
  'team.join' | 'team.takeOver' | 'team.brief' | 'team.transfer' | 'team.whisper'
>;

export interface RepTeamNeeds {
  readonly facts: GatherTeamFacts;
  readonly news: Pick<TeamNews, 'watches'>;
  readonly assignments: Assignments;
  readonly queue: Pick<Queue, 'claim' | 'setPriority'>;
  readonly sessions: Pick<Sessions, 'head'>;
  readonly audit: AuditWriter;
}

export type RepTeamHandlers = Pick<Handlers<RepContract, RepContext>, Name>;

export function repTeamHandlers(needs: RepTeamNeeds): RepTeamHandlers {
  const { facts, news, assignments, queue, sessions, audit } = needs;

  const tellOf = (action: Name, account: Account, target: string) => {
    const actor = { actor: account.id, actorName: `${account.fullName} (${account.userId})` };
    return (outcome: 'done' | 'failed' | 'refused', changes: readonly FieldChange[] = []) =>
      audit({ ...actor, action, target, outcome, changes });
  };

  function requireLead(name: Name, account: Account, target = '') {
    if (isAtLeast(account.role, leastRoleOnLink[name])) return;
    tellOf(name, account, target)('refused');
    throw new AppError('not-allowed');
  }

  /** Does something with one request, and writes down what came of it. To reach for what others look after is refused. */
  async function act<Result>(
    name: Name,
    { account, request }: { readonly account: Account; readonly request: RequestId },
    run: () => Promise<{ readonly result: Result; readonly changes: readonly FieldChange[] }>,
  ): Promise<Result> {
    requireLead(name, account, request);
    const tell = tellOf(name, account, request);
    try {
      const { result, changes } = await run();
      tell('done', changes);
      return result;
    } catch (error) {
      tell(error instanceof AppError && error.code === 'not-found' ? 'refused' : 'failed');
      throw error;
    }
  }

  const channelsOf = async (account: Account) => channelIds(teamScope(account, await facts.scope()));

  return {
    async 'team.look'(_nothing, { account }) {
      requireLead('team.look', account);
      const team = makeTeam(account, await facts.all([account.id]));
      news.watches(account.id, team);
      return { team };
    },
    'team.take': async ({ request }, { account }) =>
      act('team.take', { account, request }, async () => {
        const record = await queue.claim(account, request, await channelsOf(account));
        const changes = [{ field: 'takenBy', before: null, after: account.displayName }];
        return { result: { session: await sessions.head(record, 'rep') }, changes };
      }),
    'team.assign': async ({ request, to }, { account }) =>
      act('team.assign', { account, request }, async () => {
        const assignment = await assignments.assign(account, request, to);
        const changes = [{ field: 'assignedTo', before: null, after: assignment.toName }];
        return { result: { assignment }, changes };
      }),
    'team.prioritise': async ({ request, priority }, { account }) =>
      act('team.prioritise', { account, request }, async () => {
        const before = await queue.setPriority(await channelsOf(account), request, priority);
        return { result: {}, changes: [{ field: 'priority', before, after: priority }] };
      }),
  };
}
