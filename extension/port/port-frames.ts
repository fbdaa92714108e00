/** What travels on a view's port: calls with a number, their replies, and events. */
import * as v from 'valibot';

const Id = v.pipe(v.number(), v.integer(), v.minValue(1));

/** From a view: a call, with the number that its reply will carry. */
export const ToOwner = v.strictObject({ id: Id, call: v.unknown() });
/** To a view: the reply to a call, or an event. */
export const ToView = v.variant('kind', [
  v.strictObject({ kind: v.literal('reply'), id: Id, reply: v.unknown() }),
  v.strictObject({ kind: v.literal('event'), event: v.unknown() }),
]);
export type ToView = v.InferOutput<typeof ToView>;

/** The name of a view's port. A port of another name is nobody we know. */
export const VIEW_PORT = 'remotehelp-view';

/** The part of a runtime port that is used, so that a test can stand in for the browser. */
export interface Port {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
  close(): void;
}
