/** Several reps in one session: the feature put together, and what follows when somebody else goes on. */
import { AppError } from '../../shared/contract/errors.ts';
import type { Calls } from '../calls/call-service.ts';
import type { Deadlines } from '../deadlines/deadlines.ts';
import type { FeatureNeeds } from '../edge/feature-seam.ts';
import type { FeatureModels } from '../feature-models.ts';
import type { Log } from '../logging/log.ts';
import type { Presences } from '../presence/presence-service.ts';
import type { QueueLook } from '../queue/queue-look.ts';
import type { Takeovers } from '../queue/takeovers.ts';
import type { Rights } from '../rights/right-service.ts';
import type { TakeBack } from '../rights/take-back.ts';
import { tryFor } from '../sessions/one-by-one.ts';
import { isOwnedBy } from '../sessions/reps-in.ts';
import type { SessionLog } from '../session-log/session-log.ts';
import type { SessionBelongings } from '../sessions/session-belongings.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import type { Sessions } from '../sessions/session-service.ts';
import type { Unsaid } from '../sessions/unsaid.ts';
import type { WithoutRep } from '../sessions/without-rep.ts';
import type { Signalling } from '../signalling/signalling-service.ts';
import type { GatherTeamFacts } from '../team/team-facts.ts';
import { askIdIn, createAsks } from './asks.ts';
import { createGuests } from './guests.ts';
import { createLeadScope, leadHandlers } from './lead-handlers.ts';
import { memberHandlers } from './member-handlers.ts';
import { memberAskModel } from './ask-model.ts';
import { createOwnerLeaves } from './owner-leaves.ts';
import { createTransfers } from './transfers.ts';

type FromSeam = 'connection' | 'links' | 'accounts' | 'channels' | 'audit' | 'clock';

export interface MembersNeeds extends Pick<FeatureNeeds, FromSeam> {
  readonly models: Pick<FeatureModels, 'sessions'>;
  readonly sessions: Sessions;
  readonly sessionLog: Pick<SessionLog, 'all' | 'sentBefore'>;
  readonly belongings: SessionBelongings;
  readonly rights: Rights;
  readonly signalling: Pick<Signalling, 'close'>;
  readonly calls: Pick<Calls, 'repOut'>;
  readonly deadlines: Deadlines;
  readonly takeovers: Takeovers;
  readonly presences: Presences;
  readonly queueLook: Pick<QueueLook, 'look'>;
  readonly teamFacts: Pick<GatherTeamFacts, 'scope'>;
  readonly faults: Pick<Log, 'fault'>;
  readonly takeBack: Pick<TakeBack, 'fromNextOwner'>;
}

/** A claim takes less time than this. */
const takingMs = 5000;
/** What follows from a yes takes less time than this, so whatever has not followed by then was cut off. */
const followingMs = 10_000;

export async function openMembers(needs: MembersNeeds) {
  const { connection, models, sessions, links, signalling, accounts, channels, rights, clock, belongings } = needs;
  const { deadlines, takeovers, presences, queueLook, teamFacts, audit, takeBack, calls } = needs;
  const model = memberAskModel(connection);
  await model.createIndexes();
  const asks = createAsks({ model, sessions, accounts, deadlines, links, clock });
  const forTransfers = { asks, sessions, log: needs.sessionLog, accounts, links, clock };
  const guests = createGuests({ sessions, accounts, links, signalling, rights, calls });
  const transfers = createTransfers({ ...forTransfers, guests, takeovers, channels });
  const forLeaving = { sessions, transfers, guests, takeovers, presences, accounts, links, clock };
  const ownerLeaves = createOwnerLeaves({ model: models.sessions, faults: needs.faults, ...forLeaving });
  const scope = createLeadScope(sessions, teamFacts);

  deadlines.on('member-ask-due', async (subject) => {
    // Who takes it in this moment may yet fail, and put it back into line.
    if (!(await transfers.giveUp(askIdIn(subject), 'expired')))
      await deadlines.set('member-ask-due', subject, clock.now() + takingMs);
  });
  takeovers.onChannelGone(async ({ transfer }) => {
    if (transfer !== undefined) await transfers.giveUp(transfer.ask, 'gone');
  });

  /** `ask`: what was asked and accepted, so that it is not given up. */
  async function goesToAnother(record: SessionRecord, { was, by, body, ask }: Unsaid) {
    const { _id: session, owner: to } = record;
    const from = was.owner;
    await presences.takeSeat(to, session);
    if (from !== to) await presences.giveSeatBack(from, session);
    // Who was lost is told by whoever takes the session out of the line.
    if (body.kind === 'handed-over' && !body.stays && from !== to)
      await guests.sendOut(record, from, 'passed-on', by.name);
    await transfers.giveUpAll(session, ask);
    await takeovers.leaveLine(session);
    await Promise.all([presences.refresh(from), presences.refresh(to)]);
    // What the customer granted is kept, as far as the next one may use it.
    const account = await accounts.find(to);
    if (account !== undefined) await takeBack.fromNextOwner(session, account, await rights.of(account));
  }

  sessions.onMembers(async (record, change) => {
    const { by, body } = change;
    switch (body.kind) {
      case 'handed-over':
        return goesToAnother(record, change);
      case 'joined':
        return body.role === 'rep' ? goesToAnother(record, change) : undefined;
      case 'rep-left':
        return guests.sendOut(record, body.account, body.how, by.name);
      case 'back-in-line':
        return ownerLeaves.isInLine(record, by.name);
      case 'rep-lost':
      case 'hands-given':
        return;
      default:
        body satisfies never;
    }
  });
  sessions.onEnd(async ({ _id }) => transfers.giveUpAll(_id));

  belongings.add({
    async forget(session) {
      await model.deleteMany({ session });
    },
    // Who was asked to help whom is the organisation's, as are words that were for reps only.
    read: async () => ({}),
  });

  async function completeAccepted(by: number) {
    const failed = { report: needs.faults, message: 'What a representative had said yes to could not be carried out.' };
    for (const ask of await asks.cutOff(by)) await tryFor(ask.session, () => transfers.complete(ask), failed);
  }

  const withoutRep: WithoutRep['withoutRep'] = async (record, rep) => {
    try {
      if (isOwnedBy(record, rep)) await ownerLeaves.toGuest(record, null, 'taken-over');
      else await guests.lose(record._id, rep);
      return true;
    } catch (error) {
      // Nobody else is there, or it ended meanwhile.
      if (!(error instanceof AppError)) throw error;
      return !isOwnedBy(record, rep);
    }
  };

  return {
    asks,
    withoutRep,
    repHandlers: {
      ...memberHandlers({
        sessions,
        asks,
        guests,
        transfers,
        ownerLeaves,
        scope,
        accounts,
        presences,
        queueLook,
        links,
      }),
      ...leadHandlers({ sessions, log: needs.sessionLog, scope, guests, transfers, rights, audit }),
    },
    /** While the server runs: does what was cut off, and puts back into line what stands in none and has no rep. */
    compares: [() => completeAccepted(clock.now() - followingMs), () => ownerLeaves.recover()],
    /** Does what a crash has kept from being done. */
    async recover() {
      await completeAccepted(clock.now());
      await ownerLeaves.recover();
    },
  };
}
