/** What team leads do in the sessions of those they look after; whatever they do is written down, refusals too. */
import type { Account } from '../../shared/contract/account.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import { isAtLeast, leastRoleOnLink } from '../accounts/roles.ts';
import type { AuditWriter } from '../audit/audit.ts';
import type { RepContext } from '../edge/links.ts';
import type { SessionLog } from '../session-log/session-log.ts';
import { repAuthor } from '../sessions/authors.ts';
import { always } from '../sessions/entry-rules.ts';
import { repsIn } from '../sessions/reps-in.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import type { Sessions } from '../sessions/session-service.ts';
import type { Rights } from '../rights/right-service.ts';
import type { GatherTeamFacts } from '../team/team-facts.ts';
import { teamScope } from '../team/team-scope.ts';
import { briefEntries } from './brief-entries.ts';
import type { Guests } from './guests.ts';
import type { Transfers } from './transfers.ts';

type Handled = 'team.join' | 'team.takeOver' | 'team.brief' | 'team.transfer' | 'team.whisper';

/** Which sessions a rep may look into, by being in them or by looking after their owner. */
export interface LeadScope {
  /** @throws AppError `not-found` for a session that is none of their business */
  visible(account: Account, session: SessionId): Promise<SessionRecord>;
  /** @throws AppError `not-found` when nobody whom this lead looks after owns it */
  led(lead: Account, session: SessionId): Promise<SessionRecord>;
}

export function createLeadScope(
  sessions: Pick<Sessions, 'load' | 'memberOf'>,
  facts: Pick<GatherTeamFacts, 'scope'>,
): LeadScope {
  async function led(lead: Account, session: SessionId): Promise<SessionRecord> {
    const record = await sessions.load(session);
    if (record === undefined || record.state !== 'live') throw new AppError('not-found');
    const { reps } = teamScope(lead, await facts.scope());
    if (!reps.some(({ id }) => id === record.owner)) throw new AppError('not-found');
    return record;
  }
  return {
    led,
    async visible(account, session) {
      const record = await sessions.load(session);
      if (record !== undefined && repsIn(record).includes(account.id)) return record;
      if (isAtLeast(account.role, leastRoleOnLink['team.transfer'])) return led(account, session);
      return sessions.memberOf(account.id, session);
    },
  };
}

export interface LeadHandlerNeeds {
  readonly sessions: Pick<Sessions, 'append' | 'handOver' | 'head'>;
  readonly log: Pick<SessionLog, 'all'>;
  readonly scope: LeadScope;
  readonly guests: Pick<Guests, 'comeIn'>;
  readonly transfers: Pick<Transfers, 'ask'>;
  readonly rights: Pick<Rights, 'require'>;
  readonly audit: AuditWriter;
}

export function leadHandlers(needs: LeadHandlerNeeds): Pick<Handlers<RepContract, RepContext>, Handled> {
  const { sessions, log, scope, guests, transfers, audit, rights } = needs;

  async function act<Result>(
    name: Handled,
    { lead, session }: { readonly lead: Account; readonly session: SessionId },
    run: (record: SessionRecord) => Promise<Result>,
  ): Promise<Result> {
    const actor = { actor: lead.id, actorName: `${lead.fullName} (${lead.userId})` };
    const tell = (outcome: 'done' | 'failed' | 'refused') =>
      audit({ ...actor, action: name, target: session, outcome, changes: [] });
    if (!isAtLeast(lead.role, leastRoleOnLink[name])) {
      tell('refused');
      throw new AppError('not-allowed');
    }
    try {
      const result = await run(await scope.led(lead, session));
      tell('done');
      return result;
    } catch (error) {
      tell(error instanceof AppError && error.code === 'not-found' ? 'refused' : 'failed');
      throw error;
    }
  }

  return {
    'team.join': async ({ session }, { account: lead }) =>
      act('team.join', { lead, session }, async () => ({
        session: await sessions.head(await guests.comeIn(session, lead, 'control'), 'rep'),
      })),
    'team.takeOver': async ({ session }, { account: lead }) =>
      act('team.takeOver', { lead, session }, async ({ owner }) => {
        if (owner === lead.id) throw new AppError('already-exists', { text: 'This session is yours.' });
        const record = await sessions.handOver(session, owner, lead, { how: 'taken-over', stays: false });
        return { session: await sessions.head(record, 'rep') };
      }),
    'team.brief': async ({ session }, { account: lead }) =>
      act('team.brief', { lead, session }, async (record) => ({
        session: await sessions.head(record, 'rep'),
        entries: briefEntries(await log.all(session, 'all')),
      })),
    'team.transfer': async ({ session, to, brief }, { account: lead }) =>
      act('team.transfer', { lead, session }, async (record) => {
        await transfers.ask(record, lead, { to, brief, stays: false });
        return {};
      }),
    'team.whisper': async ({ session, clientId, text }, { account: lead }) =>
      act('team.whisper', { lead, session }, async (record) => {
        await rights.require(lead, ['chat']);
        const said = always({ kind: 'chat', text });
        return { entry: await sessions.append(record, repAuthor(lead), said, { clientId, audience: 'reps' }) };
      }),
  };
}
