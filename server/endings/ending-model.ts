import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import * as v from 'valibot';
import { DirectEnding, RequestEnding, ReservationEnding } from '../../shared/contract/ending.ts';
import { RequestId } from '../../shared/contract/identifiers.ts';
import { Moment } from '../../shared/contract/text.ts';
import { readAs } from '../documents/damage.ts';
import { BrowserId } from '../edge/links.ts';

/** What has ended. What a request asked is read from the request itself, so that it is erased together with it. */
export const Ended = v.variant('what', [
  v.object({ what: v.literal('request'), why: RequestEnding, request: RequestId }),
  v.object({ what: v.literal('reservation'), why: ReservationEnding, wishedAt: v.nullable(Moment) }),
  v.object({ what: v.literal('invitation') }),
  v.object({ what: v.literal('direct'), why: DirectEnding, rep: v.string() }),
  v.object({ what: v.literal('knock') }),
]);
export type Ended = v.InferOutput<typeof Ended>;

/** An ending as it is stored until its customer has read it. */
export const EndingRecord = v.object({
  /** `<what>:<browser>`: the latest of a kind for each browser. */
  _id: v.string(),
  browser: BrowserId,
  at: Moment,
  ended: Ended,
});
export type EndingRecord = v.InferOutput<typeof EndingRecord>;

const schema = new Schema<EndingRecord>(
  {
    _id: { type: String, required: true },
    browser: { type: String, required: true },
    at: { type: Number, required: true },
    ended: { type: Schema.Types.Mixed, required: true },
  },
  { collection: 'endings', versionKey: false, autoIndex: false, autoCreate: false },
);
readAs(schema, EndingRecord);
schema.index({ browser: 1 });
schema.index({ at: 1 });

/** What has ended and is to be told still. */
export function endingModel(connection: Connection) {
  return connection.model('Ending', schema);
}
export type EndingModel = ReturnType<typeof endingModel>;
