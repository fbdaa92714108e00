import * as v from 'valibot';
import { LedGroups } from './group.ts';
import { AccountId, ChannelId, GroupId } from './identifiers.ts';
import { Capacity } from './queue-settings.ts';
import { Moment, OptionalEmail, PersonName } from './text.ts';

export const Role = v.picklist(['administrator', 'team-lead', 'representative']);
export type Role = v.InferOutput<typeof Role>;

/** What a rep can choose. Busy and Offline follow from what happens. */
export const ChosenPresence = v.picklist(['online', 'away']);
export type ChosenPresence = v.InferOutput<typeof ChosenPresence>;

export const Presence = v.picklist(['online', 'away', 'busy', 'offline']);
export type Presence = v.InferOutput<typeof Presence>;

/** Why the server chose Away for somebody; `null` where they chose for themselves. */
export const AwayBecause = v.nullable(v.picklist(['missed-offers']));
export type AwayBecause = v.InferOutput<typeof AwayBecause>;

/** The login name: 2 to 64 letters, digits, dots, dashes, underscores or @; case does not matter. */
export const UserId = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9._@-]{1,63}$/, 'must be 2 to 64 letters, digits, dots, dashes or underscores'),
);

/** A new password: 10 to 256 characters, any of them. */
export const NewPassword = v.pipe(
  v.string(),
  v.minLength(10, 'must have at least 10 characters'),
  v.maxLength(256, 'must not be longer than 256 characters'),
);

/** A password that is tried. Length is bounded so that hashing cannot be used to keep the server busy. */
export const TriedPassword = v.pipe(v.string(), v.minLength(1), v.maxLength(256));

/** A picture of a person: PNG, JPEG or WebP in base64, at most 200 kB decoded. The server checks the content. */
export const PictureData = v.pipe(v.string(), v.maxLength(280_000), v.base64());

/** Path of a picture on the server, such as `/pictures/…`; `null` shows initials. */
export const PicturePath = v.nullable(v.pipe(v.string(), v.regex(/^\/pictures\/[A-Za-z0-9_-]{22,64}$/)));

export const Account = v.strictObject({
  id: AccountId,
  userId: v.string(),
  fullName: PersonName,
  /** The name that customers see. */
  displayName: PersonName,
  email: OptionalEmail,
  role: Role,
  disabled: v.boolean(),
  picture: PicturePath,
  channels: v.array(ChannelId),
  /** Where the account stands in the tree of groups; `null` is directly under the organisation. */
  group: v.nullable(GroupId),
  /** What a team lead looks after. Says nothing while the role is another one. */
  leads: LedGroups,
  capacity: Capacity,
  createdAt: Moment,
  lastSeenAt: v.nullable(Moment),
});
export type Account = v.InferOutput<typeof Account>;

/** A rep as customers and other reps see one. */
export const RepFace = v.strictObject({ account: AccountId, displayName: v.string(), picture: PicturePath });
export type RepFace = v.InferOutput<typeof RepFace>;
