/** What the live board and the team view both say of a rep and of a session. */
import * as v from 'valibot';
import { PicturePath, Presence } from './account.ts';
import { AccountId, SessionId } from './identifiers.ts';
import { Moment } from './text.ts';

export const repThere = {
  id: AccountId,
  name: v.string(),
  picture: PicturePath,
  presence: Presence,
  /** Since when; `null` for one who was never there. */
  since: v.nullable(Moment),
};

/** With a customer in it. */
export const sessionThere = {
  id: SessionId,
  customer: v.string(),
  /** Empty for one that began with a code. */
  channelName: v.string(),
  startedAt: Moment,
};
