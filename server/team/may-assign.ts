/** Whether a lead may put a waiting request before a rep now, and if not, why. Pure. */
import { AppError } from '../../shared/contract/errors.ts';
import type { AccountId, RequestId } from '../../shared/contract/identifiers.ts';
import type { OfferToMake, OpenOffer } from '../distribution/choose-offers.ts';
import type { TeamScope } from './team-scope.ts';

export interface AssignmentWish {
  readonly scope: TeamScope;
  readonly request: RequestId;
  readonly to: AccountId;
  /** Offers that stand. */
  readonly open: readonly OpenOffer[];
  /** Reps with an open link: nobody else would see the offer. */
  readonly reachable: ReadonlySet<AccountId>;
}

const chooseAnother = 'Choose somebody else.';

/** The offer to make. @throws AppError with what to do next; `not-found` for a request that waits in no channel of the team, and for a stranger */
export function assignmentToMake({ scope, request, to, open, reachable }: AssignmentWish): OfferToMake {
  const view = scope.channels.find(({ line }) => line.some(({ _id }) => _id === request));
  if (view === undefined) throw new AppError('not-found', { text: 'They are not in line (any more).' });
  const account = scope.reps.find(({ id }) => id === to);
  if (account === undefined) throw new AppError('not-found', { text: 'There is nobody like that in your groups.' });
  const { displayName: name } = account;
  const { channel, now, reps } = view;
  if (!channel.members.includes(to))
    throw new AppError('not-allowed', { text: `${name} does not answer in ${channel.name}. ${chooseAnother}` });
  const rep = reps.find((candidate) => candidate.account === to);
  if (rep === undefined || !rep.loggedIn || !reachable.has(to))
    throw new AppError('nobody-there', { text: `${name} is not signed in now. ${chooseAnother}` });
  if (rep.chosen === 'away') throw new AppError('nobody-there', { text: `${name} is Away. ${chooseAnother}` });
  if (rep.activeSessions >= rep.capacity)
    throw new AppError('at-capacity', { text: `${name} has as many sessions as they may have. ${chooseAnother}` });
  const before = open.find((offer) => offer.rep === to && offer.request !== request && offer.assigned !== undefined);
  if (before !== undefined)
    throw new AppError('at-capacity', {
      text: `${name} has not answered an earlier assignment yet. Wait for the answer, or choose somebody else.`,
    });
  return { request, channel: channel.id, rep: to, exclusive: true, seconds: now.settings.offerSeconds };
}
