/** What may be written of calls, and when. Pure. */
import type { CallEnd, CallMedia, CallSide } from '../../shared/contract/call.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { EntryRule } from '../sessions/entry-rules.ts';
import { callsKept } from '../sessions/project-session.ts';

/** Who does something about a call. */
export type CallActor = { readonly side: 'customer' } | { readonly side: 'rep'; readonly account: AccountId };

/** How long it rings. */
export const ringMs = 60_000;
/** How long a call outlives one of the two being out of reach: long enough for a page that is loaded anew. */
export const callGoneMs = 60_000;
const callsWithinMs = 60_000;

/** Either asks the other, who must be there; one call at a time, and not again and again. */
export function callAsking(media: CallMedia): EntryRule {
  return ({ customerIn, call, callsAskedAt }, now) => {
    if (!customerIn) throw new AppError('not-allowed', { text: 'Nobody is there yet to talk with.' });
    if (call !== null) {
      const text = call.since === null ? 'One of you asks to talk already. Answer that.' : 'You are talking already.';
      throw new AppError('not-allowed', { text });
    }
    const first = callsAskedAt.length < callsKept ? undefined : callsAskedAt[0];
    if (first !== undefined && now - first < callsWithinMs) {
      throw new AppError('too-many-tries', { text: 'Too many calls in a minute. Wait a little, then ask again.' });
    }
    return { kind: 'call-asked', media };
  };
}

/** The side that was asked says yes or no. */
export function callAnswering(answer: 'yes' | 'no', side: CallSide): EntryRule {
  return ({ call }) => {
    if (call === null || call.since !== null)
      throw new AppError('not-found', { text: 'Nobody asks to talk (any more).' });
    if (call.askedBy === side) throw new AppError('not-allowed', { text: 'The other side answers this.' });
    return { kind: answer === 'yes' ? 'call-accepted' : 'call-declined' };
  };
}

/** Who asked takes it back: of reps, the one who asked. */
export function callWithdrawing(actor: CallActor): EntryRule {
  return ({ call }) => {
    const isOwn =
      call?.since === null && call.askedBy === actor.side && (actor.side === 'customer' || call.rep === actor.account);
    if (!isOwn) throw new AppError('not-found', { text: 'You ask nobody to talk at the moment.' });
    return callEnded('withdrawn', 0);
  };
}

/** Either of the two hangs up; who asked and is not answered yet takes it back so. */
export function callHangingUp(actor: CallActor): EntryRule {
  return (state, now) => {
    const { call } = state;
    if (call?.since === null) return callWithdrawing(actor)(state, now);
    if (call === null || (actor.side === 'rep' && call.rep !== actor.account))
      throw new AppError('not-found', { text: 'This call has ended.' });
    return callEnded('hung-up', now - (call.since ?? now));
  };
}

/** Nobody has answered, or those who talked are out of reach: what stands now decides which. */
export function callGivingUp(areBothThere: boolean): EntryRule {
  return ({ call }, now) => {
    if (call === null) throw new AppError('not-found');
    if (call.since === null) {
      if (now - call.askedAt < ringMs) throw new AppError('not-allowed');
      return callEnded('unanswered', 0);
    }
    if (areBothThere) throw new AppError('not-allowed');
    return callEnded('lost', now - call.since);
  };
}

function callEnded(reason: CallEnd, durationMs: number): ReturnType<EntryRule> {
  return { kind: 'call-ended', reason, durationMs: Math.max(0, Math.round(durationMs)) };
}
