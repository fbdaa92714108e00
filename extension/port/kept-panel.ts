/** What a panel finds again when it is opened anew: where it was. */
import * as v from 'valibot';
import { SessionId } from '../../shared/contract/identifiers.ts';

/** The rooms of Home. */
export const Room = v.picklist(['home', 'requests', 'reservations', 'shortcuts', 'history', 'team', 'settings']);
export type Room = v.InferOutput<typeof Room>;

/** The tabs of a session; the whiteboard's is there while it is open. */
export const SessionTabKey = v.picklist(['chat', 'screen', 'board', 'tools', 'report']);
export type SessionTabKey = v.InferOutput<typeof SessionTabKey>;

/** Where the panel is: a room, a session with one of its tabs, or one of the history. */
export const Place = v.union([
  v.strictObject({ at: Room }),
  v.strictObject({ at: v.literal('session'), session: SessionId, tab: SessionTabKey }),
  /** A session of the history. */
  v.strictObject({ at: v.literal('past'), session: SessionId }),
]);
export type Place = v.InferOutput<typeof Place>;
