import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import * as v from 'valibot';
import { SessionId } from '../../shared/contract/identifiers.ts';
import { Moment } from '../../shared/contract/text.ts';
import { readAs } from '../documents/damage.ts';
import { BrowserId } from '../edge/links.ts';

/** A connection link that is out. */
export const LinkRecord = v.object({
  /** Hash of its token. */
  _id: v.string(),
  session: SessionId,
  /** The token, sealed, so that the rep can be shown the link again. */
  sealed: v.string(),
  expiresAt: Moment,
  /** Where the link was opened: there the rep is shown as one who waits. */
  browsers: v.fallback(v.array(BrowserId), []),
});
export type LinkRecord = v.InferOutput<typeof LinkRecord>;

const schema = new Schema<LinkRecord>(
  {
    _id: { type: String, required: true },
    session: { type: String, required: true },
    sealed: { type: String, required: true },
    expiresAt: { type: Number, required: true },
    browsers: { type: [String], required: true },
  },
  { collection: 'connection_links', versionKey: false, autoIndex: false, autoCreate: false },
);
readAs(schema, LinkRecord);
schema.index({ session: 1 }, { unique: true, name: 'one_link_for_each_session' });
schema.index({ browsers: 1 });

/** The connection links that are out. */
export function linkModel(connection: Connection) {
  return connection.model('ConnectionLink', schema);
}
export type LinkModel = ReturnType<typeof linkModel>;
