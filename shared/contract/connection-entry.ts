/** How a customer comes into a session that waits for one: by code, by link, or by the icon of the rep who waits. */
import * as v from 'valibot';
import { RepFace } from './account.ts';
import { operation, Nothing } from './contract.ts';
import { SessionId, Ticket } from './identifiers.ts';
import { ProofOfWork } from './proof-of-work.ts';
import { SessionHead } from './session.ts';
import { PersonName } from './text.ts';

/** Six digits, however people type them: blanks and dashes go, full-width digits become plain ones. */
export const TypedCode = v.pipe(
  v.string(),
  v.maxLength(24),
  v.transform((text) => text.normalize('NFKC').replaceAll(/[ \u00a0\u3000-]/g, '')),
  v.regex(/^[0-9]{6}$/, 'must be six digits'),
);

/** A rep who waits for somebody in this browser. `name` is how the rep calls them. */
export const WaitingRep = v.strictObject({ session: SessionId, rep: RepFace, name: v.string() });
export type WaitingRep = v.InferOutput<typeof WaitingRep>;

const WaitingReps = v.strictObject({ reps: v.array(WaitingRep) });
const entered = v.strictObject({ session: SessionHead });

export const customerEntryOperations = {
  /**
   * Uses a code up. The head that comes back is `live`, or `waiting-code` until the rep has let in somebody of a name
   * that they did not expect: then `sessions.changed` or `codes.refused` follows.
   */
  'codes.enter': operation(
    v.strictObject({ name: PersonName, code: TypedCode, proof: v.exactOptional(ProofOfWork) }),
    entered,
  ),
  /** Waits for the rep's yes no longer. */
  'codes.withdraw': operation(Nothing, Nothing),
  /** Who invites by this link. The rep is then shown in this browser as one who waits. */
  'links.look': operation(v.strictObject({ token: Ticket }), WaitingRep),
  'links.enter': operation(v.strictObject({ name: PersonName, token: Ticket }), entered),
  /** The reps who wait for somebody in this browser, and no others. */
  'reps.waiting': operation(Nothing, WaitingReps),
  /** The waiting icon: in without a code. */
  'reps.enter': operation(v.strictObject({ session: SessionId, name: PersonName }), entered),
};

export const customerEntryEvents = [
  /** Nobody comes in by the code that was used: the rep said no, did not answer, or took the session back. */
  v.strictObject({ type: v.literal('codes.refused') }),
  v.strictObject({ type: v.literal('reps.waiting'), reps: v.array(WaitingRep) }),
] as const;

const forSession = v.strictObject({ session: SessionId });

export const repEntryOperations = {
  /** A new code and a new link for a session that still waits; the old ones die. */
  'codes.another': operation(forSession, entered),
  /** Lets in who used the code, or not; then a new code is out at once. */
  'codes.admit': operation(v.strictObject({ session: SessionId, letIn: v.boolean() }), entered),
};
