/** Tells the leads who look at their team what has changed in it. */
import { setTimeout as rest } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { Team } from '../../shared/contract/team.ts';
import { isAtLeast, leastRoleOnLink } from '../accounts/roles.ts';
import type { Clock } from '../config/clock.ts';
import type { Links } from '../edge/links.ts';
import type { Log } from '../logging/log.ts';
import { makeTeam } from './make-team.ts';
import type { GatherTeamFacts } from './team-facts.ts';

/** Who has looked is told of changes for this long; a panel that still shows the team has asked again by then. */
export const watchedForMs = 2 * 60_000;
/** Between two looks: what moves in the same moment is one change to a person. */
const restMs = 250;

export interface TeamNews {
  /** Somebody looks on from now on, and has been shown this. */
  watches(lead: AccountId, shown: Team): void;
  /** Something may have changed. Many calls at once become one look. */
  moved(): void;
  /** Nobody looks on any more. Resolves when nothing is under way. */
  stop(): Promise<void>;
}

export interface TeamNewsNeeds {
  readonly facts: Pick<GatherTeamFacts, 'all'>;
  readonly links: Pick<Links, 'toAccount' | 'accountsConnected'>;
  readonly clock: Clock;
  readonly log: Log;
}

export function createTeamNews({ facts, links, clock, log }: TeamNewsNeeds): TeamNews {
  const watching = new Map<AccountId, { readonly until: number; shown: Team }>();
  let telling: Promise<void> | undefined;
  let isStale = false;

  function forgetWhoLeft() {
    for (const [lead, { until }] of watching) {
      if (until <= clock.now() || !links.accountsConnected().has(lead)) watching.delete(lead);
    }
  }

  async function tellAll() {
    const known = await facts.all([...watching.keys()]);
    for (const [id, watch] of watching) {
      const lead = known.accounts.find((account) => account.id === id);
      if (lead === undefined || lead.disabled || !isAtLeast(lead.role, leastRoleOnLink['team.look'])) {
        watching.delete(id);
        continue;
      }
      const team = makeTeam(lead, known);
      if (isDeepStrictEqual({ ...team, at: 0 }, { ...watch.shown, at: 0 })) continue;
      watch.shown = team;
      links.toAccount(id, { type: 'team.changed', team });
    }
  }

  async function tellUntilFresh() {
    while (isStale) {
      isStale = false;
      forgetWhoLeft();
      try {
        if (watching.size > 0) await tellAll();
      } catch (error) {
        log.fault('A team could not be shown; the next change shows it again.', error);
      }
      await rest(restMs);
    }
    telling = undefined;
  }

  return {
    watches(lead, shown) {
      watching.set(lead, { until: clock.now() + watchedForMs, shown });
    },
    moved() {
      if (watching.size === 0) return;
      isStale = true;
      telling ??= tellUntilFresh();
    },
    async stop() {
      watching.clear();
      await telling;
    },
  };
}
