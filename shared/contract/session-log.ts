/** The session log: everything that happened in a session, in order. It is the truth; all else is read from it. */
import * as v from 'valibot';
import { AccountId, ClientEntryId, MemberAskId, SessionId } from './identifiers.ts';
import { CallEnd, CallMedia } from './call.ts';
import { ConsentAsk, ConsentScope, ControlDevices, ToolScope } from './consent.ts';
import { Launch, LaunchOutcome } from './launch.ts';
import { AskEnd, Brief, GuestHands } from './member.ts';
import { Removal } from './removal.ts';
import { ChatText, Moment, PersonName, line, optionalLine, paragraph } from './text.ts';
import { ToolUse } from './tool-use.ts';
import { SuggestedAddress } from './web-address.ts';

/** Who wrote an entry. `account` only for reps. */
export const Author = v.strictObject({
  kind: v.picklist(['customer', 'rep', 'host', 'system']),
  name: v.string(),
  account: v.optional(AccountId),
});
export type Author = v.InferOutput<typeof Author>;

/** The place of an entry in its log; the first is 1. */
export const EntrySeq = v.pipe(v.number(), v.integer(), v.minValue(1));

export const Audience = v.picklist(['all', 'reps']);

/** A file of a conversation. It is stored under this id and never under its name. */
export const FileId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/, 'not an id'), v.brand('FileId'));
export type FileId = v.InferOutput<typeof FileId>;

const Pixels = v.pipe(v.number(), v.integer(), v.minValue(1));

/** Which of the customer's own hands took control back. */
export const Hand = v.picklist(['pointer', 'key', 'button', 'asked']);
export type Hand = v.InferOutput<typeof Hand>;

/**
 * Why a session ended. `lost`: the customer was away for too long. `rep-lost`: the rep was. `rep-stopped`: the rep's
 * account was switched off.
 */
export const EndReason = v.picklist(['finished', 'feels-wrong', 'lost', 'rep-lost', 'rep-stopped', 'expired']);
export type EndReason = v.InferOutput<typeof EndReason>;

/** What can be learnt of the customer's computer without asking anybody: it is shown, never executed or rendered. */
export const ComputerFacts = v.strictObject({
  computer: optionalLine(120),
  user: optionalLine(120),
  platform: optionalLine(120),
  localAddress: optionalLine(64),
  monitors: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(16)),
});
export type ComputerFacts = v.InferOutput<typeof ComputerFacts>;

/** Why a host could not begin on the customer's desktop. */
export const HostFailure = v.picklist(['wayland', 'no-desktop']);
export type HostFailure = v.InferOutput<typeof HostFailure>;

/** `transfer`: the owner gave it. `left`: the owner went. `taken-over`: a lead took it, or the owner was lost. */
export const HandOverHow = v.picklist(['transfer', 'left', 'taken-over']);
export type HandOverHow = v.InferOutput<typeof HandOverHow>;

const bodies = {
  /** The customer's request, as it was made. First in the log of a session that began on the request page. */
  requested: {
    channel: v.string(),
    /** Name of the catalogued reason, where one was chosen. */
    incident: v.optional(v.string()),
    reason: v.string(),
    message: paragraph(2000),
  },
  /** `rep`: somebody goes on as the owner. `guest`: a rep comes into a session that is another one's. */
  joined: { role: v.picklist(['customer', 'rep', 'guest']) },
  /** The rep was out of reach for too long: the session stands at the head of its channel's line, for another one. */
  'rep-lost': { rep: v.string() },
  /** A rep is asked to come in as a guest. */
  invited: { ask: MemberAskId, to: v.string(), hands: GuestHands, until: Moment },
  /** A rep, or whoever answers in a channel, is asked to go on. Until somebody does, the owner stays in charge. */
  'transfer-asked': {
    ask: MemberAskId,
    to: v.string(),
    is: v.picklist(['rep', 'channel']),
    stays: v.boolean(),
    until: Moment,
    brief: Brief,
  },
  /** What became of an invitation or a transfer that nobody accepted. */
  'not-taken': { ask: MemberAskId, to: v.string(), what: v.picklist(['invitation', 'transfer']), how: AskEnd },
  /** A guest is in the session no more. */
  'rep-left': { rep: v.string(), account: AccountId, how: v.picklist(['left', 'removed']) },
  /**
   * Who wrote it goes on in place of another rep. `stays`: that rep stays as a guest. `keeps`: something was granted at that moment, and
   * is the next one's now.
   */
  'handed-over': {
    from: v.string(),
    account: AccountId,
    how: HandOverHow,
    stays: v.boolean(),
    keeps: v.boolean(),
  },
  /** A guest asks for mouse and keyboard. */
  'hands-asked': {},
  /** Mouse and keyboard, where the customer has granted them, are this rep's from now on. */
  'hands-given': { to: v.string(), account: AccountId },
  /** The rep has left; the session stands at the head of its channel's line. */
  'back-in-line': { rep: v.string(), channel: v.string() },
  chat: { text: ChatText },
  /** A file was given. `picture` is the size of one that can be shown, in pixels. */
  file: {
    file: FileId,
    name: line(200),
    bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
    /** By its content. */
    type: v.picklist(['picture', 'pdf', 'archive', 'document', 'film', 'sound', 'other']),
    picture: v.nullable(v.strictObject({ width: Pixels, height: Pixels })),
  },
  asked: { ask: ConsentAsk },
  /** The rep took the question back before it was answered. */
  unasked: { scope: ConsentScope },
  /** One of the two asks the other to talk. Of a call there is only that it took place: nothing of it is kept. */
  'call-asked': { media: CallMedia },
  'call-accepted': {},
  'call-declined': {},
  'call-ended': { reason: CallEnd, durationMs: v.pipe(v.number(), v.integer(), v.minValue(0)) },
  /** Yes on the page: the host may be fetched. It grants nothing yet. */
  agreed: { ask: ConsentAsk },
  /** The customer fetched the host. */
  fetched: {},
  /** The rep suggests a page. Nothing opens before the customer has pressed for it. */
  'page-suggested': { address: SuggestedAddress },
  /** The customer opened the page that entry `page` suggested. */
  'page-opened': { page: EntrySeq },
  'page-declined': { page: EntrySeq },
  'host-joined': { facts: ComputerFacts },
  /** The host was started and cannot do its work there; its ticket is as good as before. */
  'host-failed': { reason: HostFailure },
  /** What the host has removed of its download. */
  'host-removed': { removal: Removal },
  'host-left': { reason: v.picklist(['ended', 'lost', 'closed']) },
  /** The rep wants something opened on the customer's computer: it asks there. */
  'launch-asked': { launch: Launch },
  /** The rep took that back before it was answered. */
  'launch-unasked': {},
  'launch-settled': { launch: Launch, outcome: LaunchOutcome },
  /** What a tool has done on the customer's computer. */
  'tool-used': { use: ToolUse },
  /** Yes on the desktop itself: the consent holds until `until` (`null`: the whole session). */
  granted: { scope: ConsentScope, devices: ControlDevices, until: v.nullable(Moment) },
  refused: { scope: ConsentScope, place: v.picklist(['page', 'host']) },
  withdrawn: { scope: ConsentScope, place: v.picklist(['page', 'host', 'viewer']) },
  expired: { scope: ConsentScope },
  /** A viewer shows the picture, or does so no longer. `route` tells direct from relayed. */
  'screen-shown': { route: v.picklist(['direct', 'gateway', 'unknown']) },
  'screen-hidden': {},
  paused: { hand: Hand },
  resumed: {},
  /** Somebody would like a whiteboard; the other side answers. */
  'whiteboard-asked': {},
  'whiteboard-accepted': {},
  'whiteboard-declined': {},
  /** Closed, or the question was taken back. What was drawn stays. */
  'whiteboard-closed': {},
  ended: { reason: EndReason },
} as const;

export type EntryKind = keyof typeof bodies;

/** What reps write about each other, for nobody else; chat may be for reps only, too. */
export type RepsOnlyKind = 'invited' | 'transfer-asked' | 'not-taken' | 'hands-asked';

const common = {
  session: SessionId,
  seq: EntrySeq,
  at: Moment,
  by: Author,
  audience: Audience,
  clientId: v.nullable(ClientEntryId),
};

/** One entry as it is stored and sent. `seq` starts at 1 and has no gaps in a session. */
export const LogEntry = v.variant('kind', [
  v.strictObject({ ...common, kind: v.literal('requested'), ...bodies.requested }),
  v.strictObject({ ...common, kind: v.literal('joined'), ...bodies.joined }),
  v.strictObject({ ...common, kind: v.literal('rep-lost'), ...bodies['rep-lost'] }),
  v.strictObject({ ...common, kind: v.literal('invited'), ...bodies.invited }),
  v.strictObject({ ...common, kind: v.literal('transfer-asked'), ...bodies['transfer-asked'] }),
  v.strictObject({ ...common, kind: v.literal('not-taken'), ...bodies['not-taken'] }),
  v.strictObject({ ...common, kind: v.literal('rep-left'), ...bodies['rep-left'] }),
  v.strictObject({ ...common, kind: v.literal('handed-over'), ...bodies['handed-over'] }),
  v.strictObject({ ...common, kind: v.literal('hands-asked'), ...bodies['hands-asked'] }),
  v.strictObject({ ...common, kind: v.literal('hands-given'), ...bodies['hands-given'] }),
  v.strictObject({ ...common, kind: v.literal('back-in-line'), ...bodies['back-in-line'] }),
  v.strictObject({ ...common, kind: v.literal('chat'), ...bodies.chat }),
  v.strictObject({ ...common, kind: v.literal('file'), ...bodies.file }),
  v.strictObject({ ...common, kind: v.literal('asked'), ...bodies.asked }),
  v.strictObject({ ...common, kind: v.literal('unasked'), ...bodies.unasked }),
  v.strictObject({ ...common, kind: v.literal('call-asked'), ...bodies['call-asked'] }),
  v.strictObject({ ...common, kind: v.literal('call-accepted'), ...bodies['call-accepted'] }),
  v.strictObject({ ...common, kind: v.literal('call-declined'), ...bodies['call-declined'] }),
  v.strictObject({ ...common, kind: v.literal('call-ended'), ...bodies['call-ended'] }),
  v.strictObject({ ...common, kind: v.literal('agreed'), ...bodies.agreed }),
  v.strictObject({ ...common, kind: v.literal('fetched'), ...bodies.fetched }),
  v.strictObject({ ...common, kind: v.literal('page-suggested'), ...bodies['page-suggested'] }),
  v.strictObject({ ...common, kind: v.literal('page-opened'), ...bodies['page-opened'] }),
  v.strictObject({ ...common, kind: v.literal('page-declined'), ...bodies['page-declined'] }),
  v.strictObject({ ...common, kind: v.literal('host-joined'), ...bodies['host-joined'] }),
  v.strictObject({ ...common, kind: v.literal('host-failed'), ...bodies['host-failed'] }),
  v.strictObject({ ...common, kind: v.literal('host-removed'), ...bodies['host-removed'] }),
  v.strictObject({ ...common, kind: v.literal('host-left'), ...bodies['host-left'] }),
  v.strictObject({ ...common, kind: v.literal('launch-asked'), ...bodies['launch-asked'] }),
  v.strictObject({ ...common, kind: v.literal('launch-unasked'), ...bodies['launch-unasked'] }),
  v.strictObject({ ...common, kind: v.literal('launch-settled'), ...bodies['launch-settled'] }),
  v.strictObject({ ...common, kind: v.literal('tool-used'), ...bodies['tool-used'] }),
  v.strictObject({ ...common, kind: v.literal('granted'), ...bodies.granted }),
  v.strictObject({ ...common, kind: v.literal('refused'), ...bodies.refused }),
  v.strictObject({ ...common, kind: v.literal('withdrawn'), ...bodies.withdrawn }),
  v.strictObject({ ...common, kind: v.literal('expired'), ...bodies.expired }),
  v.strictObject({ ...common, kind: v.literal('screen-shown'), ...bodies['screen-shown'] }),
  v.strictObject({ ...common, kind: v.literal('screen-hidden'), ...bodies['screen-hidden'] }),
  v.strictObject({ ...common, kind: v.literal('paused'), ...bodies.paused }),
  v.strictObject({ ...common, kind: v.literal('resumed'), ...bodies.resumed }),
  v.strictObject({ ...common, kind: v.literal('whiteboard-asked'), ...bodies['whiteboard-asked'] }),
  v.strictObject({ ...common, kind: v.literal('whiteboard-accepted'), ...bodies['whiteboard-accepted'] }),
  v.strictObject({ ...common, kind: v.literal('whiteboard-declined'), ...bodies['whiteboard-declined'] }),
  v.strictObject({ ...common, kind: v.literal('whiteboard-closed'), ...bodies['whiteboard-closed'] }),
  v.strictObject({ ...common, kind: v.literal('ended'), ...bodies.ended }),
]);
export type LogEntry = v.InferOutput<typeof LogEntry>;

/** What an entry says, without who, when and where in the order. */
export type EntryBody = LogEntry extends infer E ? (E extends LogEntry ? Omit<E, keyof typeof common> : never) : never;

/** By what the log tells that other reps are in a session, or that it is another one's. */
export const MemberBody = v.variant('kind', [
  v.strictObject({ kind: v.literal('joined'), ...bodies.joined }),
  v.strictObject({ kind: v.literal('rep-lost'), ...bodies['rep-lost'] }),
  v.strictObject({ kind: v.literal('rep-left'), ...bodies['rep-left'] }),
  v.strictObject({ kind: v.literal('handed-over'), ...bodies['handed-over'] }),
  v.strictObject({ kind: v.literal('hands-given'), ...bodies['hands-given'] }),
  v.strictObject({ kind: v.literal('back-in-line'), ...bodies['back-in-line'] }),
]);
export type MemberBody = v.InferOutput<typeof MemberBody>;

/** What the host alone may report. */
export const HostReport = v.variant('kind', [
  v.strictObject({ kind: v.literal('granted'), ...bodies.granted }),
  v.strictObject({ kind: v.literal('refused'), ...bodies.refused }),
  v.strictObject({ kind: v.literal('withdrawn'), ...bodies.withdrawn }),
  v.strictObject({ kind: v.literal('expired'), ...bodies.expired }),
  v.strictObject({ kind: v.literal('screen-shown'), ...bodies['screen-shown'] }),
  v.strictObject({ kind: v.literal('screen-hidden'), ...bodies['screen-hidden'] }),
  v.strictObject({ kind: v.literal('paused'), ...bodies.paused }),
  v.strictObject({ kind: v.literal('resumed'), ...bodies.resumed }),
  v.strictObject({ kind: v.literal('host-removed'), ...bodies['host-removed'] }),
  v.strictObject({ kind: v.literal('launch-settled'), ...bodies['launch-settled'] }),
  v.strictObject({ kind: v.literal('tool-used'), ...bodies['tool-used'] }),
]);
export type HostReport = v.InferOutput<typeof HostReport>;

/** What was granted, and how long it was used. */
export const SummaryGrant = v.strictObject({
  scope: ConsentScope,
  devices: ControlDevices,
  at: Moment,
  until: v.nullable(Moment),
  usedMs: v.pipe(v.number(), v.minValue(0)),
});

/** What both sides read when a session is over. Durations in milliseconds. */
export const SessionSummary = v.strictObject({
  session: SessionId,
  customer: PersonName,
  reps: v.array(v.string()),
  channel: v.string(),
  reason: v.string(),
  startedAt: Moment,
  endedAt: Moment,
  durationMs: v.pipe(v.number(), v.minValue(0)),
  endedBy: v.picklist(['customer', 'rep', 'host', 'system']),
  endReason: EndReason,
  grants: v.array(SummaryGrant),
  seenMs: v.pipe(v.number(), v.minValue(0)),
  controlledMs: v.pipe(v.number(), v.minValue(0)),
  messages: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** How many files went either way in the chat. */
  files: v.strictObject({
    fromCustomer: v.pipe(v.number(), v.integer(), v.minValue(0)),
    fromReps: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  /** Folders and programs that were opened on the customer's computer. */
  launches: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** The tools that did anything on the customer's computer. */
  tools: v.array(ToolScope),
  facts: v.nullable(ComputerFacts),
  /** What the host said it removed of itself; `null` when it said nothing. */
  removal: v.nullable(Removal),
});
export type SessionSummary = v.InferOutput<typeof SessionSummary>;
