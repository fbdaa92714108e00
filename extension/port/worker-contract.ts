/**
 * Link owner ↔ background worker. The worker has what the owner's document lacks (storage, notifications, badge) and
 * remembers nothing: it may be stopped between any two messages.
 */
import * as v from 'valibot';
import { Nothing, contract, operation } from '../../shared/contract/contract.ts';
import {
  InvitationId,
  MemberAskId,
  RequestId,
  ReservationId,
  SessionId,
  Token,
} from '../../shared/contract/identifiers.ts';
import { Asked } from './asked.ts';
import { LeftWords, WaitingFile } from './left-words.ts';
import { Settings } from './settings.ts';
import { Unsent } from './view-state.ts';
import { WorkDraft } from './work-draft.ts';

/** Where the rep is signed in. `token` is `null` once signed out; server and user ID are offered again. */
export const StoredAccount = v.strictObject({ server: v.string(), userId: v.string(), token: v.nullable(Token) });
export type StoredAccount = v.InferOutput<typeof StoredAccount>;

/** What was written and chosen in sessions, and has not arrived. */
export const Work = v.strictObject({
  unsent: v.array(Unsent),
  drafts: v.array(WorkDraft),
  left: v.array(LeftWords),
  files: v.array(WaitingFile),
});
export type Work = v.InferOutput<typeof Work>;

/** What a notification leads to when it is clicked. */
export const NoticeTarget = v.variant('kind', [
  v.strictObject({ kind: v.literal('request'), request: RequestId }),
  v.strictObject({ kind: v.literal('session'), session: SessionId }),
  v.strictObject({ kind: v.literal('reservation'), reservation: ReservationId }),
  /** A customer who asks this rep directly. */
  v.strictObject({ kind: v.literal('invitation'), invitation: InvitationId }),
  /** Another rep asks for help in a session, or that this one goes on with it. */
  v.strictObject({ kind: v.literal('ask'), ask: MemberAskId }),
]);
export type NoticeTarget = v.InferOutput<typeof NoticeTarget>;

/** A notification, with what a click on it leads to. */
export const Notice = v.strictObject({
  target: NoticeTarget,
  title: v.string(),
  message: v.string(),
  /** An offer is answered on the notification itself, where the browser lets it. */
  isOffer: v.boolean(),
  /** Of a message: its place in the log, by which it is told from the one before that reads the same. */
  seq: v.exactOptional(v.pipe(v.number(), v.integer())),
});
export type Notice = v.InferOutput<typeof Notice>;

/** What the toolbar icon says. A count of 0 is not drawn. `late`: somebody waits for over half the time that is thought right; `over`: longer. */
export const Badge = v.strictObject({
  count: v.pipe(v.number(), v.integer(), v.minValue(0)),
  age: v.picklist(['fresh', 'late', 'over']),
  title: v.string(),
});
export type Badge = v.InferOutput<typeof Badge>;

/** What the owner may order. */
export const workerContract = contract(
  {
    'stored.read': operation(
      Nothing,
      v.strictObject({
        account: v.nullable(StoredAccount),
        settings: Settings,
        work: Work,
      }),
    ),
    'stored.account': operation(StoredAccount, Nothing),
    'stored.settings': operation(Settings, Nothing),
    /** In place of what was kept before, whosever that was. Nobody else than `of` gets it back. */
    'stored.work': operation(v.strictObject({ of: v.pick(StoredAccount, ['server', 'userId']), work: Work }), Nothing),
    'notice.show': operation(Notice, Nothing),
    'notice.withdraw': operation(NoticeTarget, Nothing),
    /** Whether something fills a whole screen. */
    'screen.look': operation(Nothing, v.strictObject({ isFull: v.boolean() })),
    'badge.show': operation(Badge, Nothing),
  },
  v.never(),
);
export type WorkerContract = typeof workerContract;

/** Orders by a key of the browser: take the first request, begin a session by code, give control back. */
export const BrowserKey = v.picklist(['accept-offer', 'start-session', 'release-control']);
export type BrowserKey = v.InferOutput<typeof BrowserKey>;

/** What the worker may ask the owner. */
export const ownerContract = contract(
  {
    /** Takes the request that a notification told of. */
    'notice.claim': operation(v.strictObject({ request: RequestId }), Nothing),
    /** Passes on the request that a notification told of. */
    'notice.pass': operation(v.strictObject({ request: RequestId }), Nothing),
    /** Goes to the customer who asks directly, of whom a notification told. */
    'notice.take': operation(v.strictObject({ invitation: InvitationId }), Nothing),
    /** Says to that customer that this rep cannot help now. */
    'notice.decline': operation(v.strictObject({ invitation: InvitationId }), Nothing),
    /** The panel that opens next should show this session. */
    'notice.look': operation(v.strictObject({ session: SessionId }), Nothing),
    /** The panel that opens next should show the reservations. */
    'notice.reservations': operation(Nothing, Nothing),
    /** Asked for on some page: the panel that is open, or opens next, carries it out. */
    'asked.put': operation(Asked, Nothing),
    /** Open sessions by code or name, for the address bar. */
    'sessions.find': operation(
      v.strictObject({ text: v.string() }),
      v.strictObject({ found: v.array(v.strictObject({ content: v.string(), words: v.string() })) }),
    ),
    /** Goes to the session that is meant, or to Home with the name. */
    'sessions.enter': operation(v.strictObject({ text: v.string() }), Nothing),
    /** A key of the browser's own, pressed wherever the rep is. */
    'keys.press': operation(v.strictObject({ key: BrowserKey }), Nothing),
  },
  v.never(),
);
export type OwnerContract = typeof ownerContract;
