/** What a customer waited for and what ended without them: told to their page until they put it away, or ask anew. */
import * as v from 'valibot';
import { Nothing, operation } from './contract.ts';
import { RequestForm } from './support-request.ts';
import { Moment } from './text.ts';

/** What can end so. A browser is told of one of each kind, the latest. */
export const EndingKind = v.picklist(['request', 'reservation', 'invitation', 'direct', 'knock']);
export type EndingKind = v.InferOutput<typeof EndingKind>;

/** Why a place in line is gone: nobody came back to the page, or the channel was removed. */
export const RequestEnding = v.picklist(['page-closed', 'channel-removed']);
export type RequestEnding = v.InferOutput<typeof RequestEnding>;

/** Why nobody calls (any more): not in time, or the channel was removed. */
export const ReservationEnding = v.picklist(['expired', 'closed']);
export type ReservationEnding = v.InferOutput<typeof ReservationEnding>;

/** Why a rep who was asked directly does not come: no answer, or one that said no. */
export const DirectEnding = v.picklist(['expired', 'passed']);
export type DirectEnding = v.InferOutput<typeof DirectEnding>;

/** One thing that has ended. */
export const Ending = v.variant('what', [
  /** `form`: what was asked, to ask it again; `null` where it is kept no more. */
  v.strictObject({ what: v.literal('request'), at: Moment, why: RequestEnding, form: v.nullable(RequestForm) }),
  v.strictObject({
    what: v.literal('reservation'),
    at: Moment,
    why: ReservationEnding,
    wishedAt: v.nullable(Moment),
  }),
  /** An invitation whose time was over. */
  v.strictObject({ what: v.literal('invitation'), at: Moment }),
  v.strictObject({ what: v.literal('direct'), at: Moment, why: DirectEnding, rep: v.string() }),
  /** Nobody came in by the code that was used. */
  v.strictObject({ what: v.literal('knock'), at: Moment }),
]);
export type Ending = v.InferOutput<typeof Ending>;

const Endings = v.strictObject({ endings: v.array(Ending) });

export const customerEndingOperations = {
  /** What has ended and was neither put away nor asked for anew. */
  'endings.mine': operation(Nothing, Endings),
  /** The customer has read it. */
  'endings.dismiss': operation(v.strictObject({ what: EndingKind }), Nothing),
};

/** Something has ended, was put away, or the customer has asked anew: all that is left to tell. */
export const endingsChanged = v.strictObject({ type: v.literal('endings.changed'), ...Endings.entries });
