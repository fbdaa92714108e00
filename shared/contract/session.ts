import * as v from 'valibot';
import { RepFace } from './account.ts';
import { CallStanding } from './call.ts';
import { Consent, StandingAsk } from './consent.ts';
import { AccountId, SessionId, Ticket } from './identifiers.ts';
import { ChosenIncident } from './incident.ts';
import { SessionGuest } from './member.ts';
import { ComputerFacts } from './session-log.ts';
import { Moment } from './text.ts';

const Seq = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * Where a session stands. `waiting-code`: a code is out and nobody has come yet. `live`: the customer is in.
 * `ended`: for good.
 */
export const SessionState = v.picklist(['waiting-code', 'live', 'ended']);
export type SessionState = v.InferOutput<typeof SessionState>;

/** A live connection code: six digits and when it dies. */
export const LiveCode = v.strictObject({ code: v.pipe(v.string(), v.regex(/^[0-9]{6}$/)), expiresAt: Moment });

/** What opens a session that waits, beside its code. */
export const WaitingDoor = v.strictObject({
  /** The token of the link, and when it dies. */
  link: v.nullable(v.strictObject({ token: Ticket, expiresAt: Moment })),
  /** Somebody has used the code under this name, and waits for the rep's yes. */
  knock: v.nullable(v.strictObject({ name: v.string(), at: Moment })),
});
export type WaitingDoor = v.InferOutput<typeof WaitingDoor>;

/** How the screen stands, as the host reported it last. */
export const ScreenState = v.picklist(['none', 'asked', 'agreed', 'host-joined', 'seeing', 'controlling', 'paused']);
export type ScreenState = v.InferOutput<typeof ScreenState>;

/**
 * The rep is out of reach since then. Unless they come back before `endsAt`, the session goes to the head of its channel's
 * line (`next: 'line'`), or ends by itself where it has none. `in-line`: it waits there for somebody to take it over. `left`: so too, because
 * the rep left it there.
 */
export const OwnerMissing = v.strictObject({
  since: Moment,
  endsAt: Moment,
  next: v.picklist(['end', 'line', 'in-line', 'left']),
});
export type OwnerMissing = v.InferOutput<typeof OwnerMissing>;

/** A session without its log: what the lists and heads show. `at` fields by the server's clock. */
export const SessionHead = v.strictObject({
  id: SessionId,
  state: SessionState,
  customer: v.strictObject({
    name: v.string(),
    email: v.string(),
    phone: v.string(),
    /** Whether the customer's page is connected now. */
    present: v.boolean(),
  }),
  channelName: v.string(),
  incident: v.optional(v.nullable(ChosenIncident)),
  reason: v.string(),
  owner: RepFace,
  /** Other reps in the session; none when missing. */
  guests: v.exactOptional(v.array(SessionGuest)),
  /** Which of the reps has mouse and keyboard, where they are granted; the owner when missing. */
  handsOf: v.exactOptional(AccountId),
  ownerMissing: v.nullable(OwnerMissing),
  startedAt: Moment,
  endedAt: v.nullable(Moment),
  lastSeq: Seq,
  /** Up to which entry each side has read. */
  read: v.strictObject({ customer: Seq, reps: Seq }),
  screen: ScreenState,
  ask: v.nullable(StandingAsk),
  consents: v.array(Consent),
  /** A call that is asked for or runs; missing while there is none. */
  call: v.exactOptional(CallStanding),
  facts: v.nullable(ComputerFacts),
  code: v.nullable(LiveCode),
  /** Only for the rep, and only while the session waits. */
  door: v.exactOptional(WaitingDoor),
});
export type SessionHead = v.InferOutput<typeof SessionHead>;
