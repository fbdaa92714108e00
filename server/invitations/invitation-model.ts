import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import * as v from 'valibot';
import { AccountId, ChannelId, InvitationId, SessionId } from '../../shared/contract/identifiers.ts';
import { InvitationKind } from '../../shared/contract/invitation.ts';
import { Moment } from '../../shared/contract/text.ts';
import { readAs } from '../documents/damage.ts';
import { foundByWords } from '../documents/found-by-words.ts';
import { BrowserId } from '../edge/links.ts';

/** An invitation as it is stored. */
export const InvitationRecord = v.object({
  _id: InvitationId,
  kind: InvitationKind,
  browser: BrowserId,
  name: v.string(),
  message: v.fallback(v.string(), ''),
  /** Keyed hashes of what opens it; for one that is direct of secrets that nobody has. */
  link: v.string(),
  code: v.string(),
  /** Both, sealed, so that the customer's page can show them again. */
  sealed: v.string(),
  /** Whose help desk it went to. */
  channels: v.fallback(v.array(ChannelId), []),
  /** Who is asked directly. */
  account: v.exactOptional(AccountId),
  recipients: v.fallback(v.array(v.object({ to: v.string(), sent: v.boolean() })), []),
  createdAt: Moment,
  expiresAt: Moment,
  state: v.picklist(['open', 'helping', 'closed']),
  /** Open or helping: a browser has one of these at most. */
  holds: v.boolean(),
  /** Who helps now, and in which session; settled together. */
  helper: v.exactOptional(AccountId),
  session: v.exactOptional(SessionId),
  leftBy: v.exactOptional(v.string()),
});
export type InvitationRecord = v.InferOutput<typeof InvitationRecord>;

const schema = new Schema<InvitationRecord>(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true },
    browser: { type: String, required: true },
    name: { type: String, required: true },
    message: { type: String, default: '' },
    link: { type: String, required: true },
    code: { type: String, required: true },
    sealed: { type: String, required: true },
    channels: { type: [String], default: [] },
    account: { type: String },
    recipients: { type: Schema.Types.Mixed, default: [] },
    createdAt: { type: Number, required: true },
    expiresAt: { type: Number, required: true },
    state: { type: String, required: true },
    holds: { type: Boolean, required: true },
    helper: { type: String },
    session: { type: String },
    leftBy: { type: String },
  },
  { collection: 'invitations', versionKey: false, autoIndex: false, autoCreate: false, minimize: false },
);
readAs(schema, InvitationRecord);
foundByWords(schema, 'invitations_by_word');
schema.index(
  { browser: 1 },
  { unique: true, partialFilterExpression: { holds: true }, name: 'one_open_invitation_for_each_browser' },
);
schema.index({ holds: 1 }, { partialFilterExpression: { holds: true }, name: 'open_invitations' });
schema.index({ createdAt: 1 });
schema.index({ link: 1 }, { unique: true });
schema.index({ code: 1 }, { unique: true });
schema.index(
  { session: 1 },
  { partialFilterExpression: { session: { $exists: true } }, name: 'invitations_by_session' },
);

/** The invitations. */
export function invitationModel(connection: Connection) {
  return connection.model('Invitation', schema);
}
export type InvitationModel = ReturnType<typeof invitationModel>;
