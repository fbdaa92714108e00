/** Calls of sessions: who is there at either end, and what becomes of a call that nobody answers or that both have left. */
import * as v from 'valibot';
import type { CallPeers, CallSide } from '../../shared/contract/call.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { SessionId } from '../../shared/contract/identifiers.ts';
import type { AccountId, PeerId } from '../../shared/contract/identifiers.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import type { SignallingPass } from '../../shared/contract/signalling.ts';
import type { Clock } from '../config/clock.ts';
import type { Deadlines } from '../deadlines/deadlines.ts';
import type { Log } from '../logging/log.ts';
import type { Links } from '../edge/links.ts';
import { repAuthor, systemAuthor } from '../sessions/authors.ts';
import type { AppendOptions } from '../sessions/journal.ts';
import type { EntryRule } from '../sessions/entry-rules.ts';
import type { SessionModel, SessionRecord } from '../sessions/session-model.ts';
import type { Sessions } from '../sessions/session-service.ts';
import { tryFor } from '../sessions/one-by-one.ts';
import { sideBySide } from '../sessions/side-by-side.ts';
import type { Party } from '../signalling/passes.ts';
import type { Signalling } from '../signalling/signalling-service.ts';
import { callGivingUp, callGoneMs, callHangingUp, ringMs } from './call-rules.ts';

export interface Calls {
  /** Writes what the rule allows, and does what follows from it. */
  write(record: SessionRecord, by: LogEntry['by'], rule: EntryRule, options?: AppendOptions): Promise<LogEntry>;
  /** A pass for one end. @throws AppError `not-found` when no call runs, or it is not theirs */
  open(record: SessionRecord, party: CallParty): SignallingPass;
  /** This end's peer is open. @throws AppError `not-found` when it is not theirs, or not open */
  ready(record: SessionRecord, party: CallParty, peer: PeerId): Promise<CallPeers>;
  /** Ends every call that a rep is in or asks for, because they may not any more. */
  endOf(account: AccountId): Promise<void>;
  /** A rep is in a session no more: the call that they were in there ends. */
  repOut(session: SessionId, account: AccountId): Promise<void>;
  /** After a start: calls that were cut off get time to come back. */
  recover(): Promise<void>;
}

/** One end of a call, as signalling knows it. */
export type CallParty = Extract<Party, { role: 'page' | 'viewer-call' }>;

export interface CallNeeds {
  readonly sessions: Sessions;
  readonly model: SessionModel;
  readonly signalling: Pick<Signalling, 'open' | 'isOpen' | 'close' | 'closePeer' | 'onLeft'>;
  readonly links: Pick<Links, 'toAccount' | 'toBrowser'>;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
  readonly log: Pick<Log, 'error' | 'fault'>;
}

const nobody: CallPeers = { customer: null, rep: null };

export function createCalls(needs: CallNeeds): Calls {
  const { sessions, model, signalling, links, deadlines, clock, log } = needs;
  /** Of this process only: after a start everybody opens a new peer. */
  const peersOf = new Map<SessionId, CallPeers>();

  deadlines.on('call-due', async (subject) => {
    const record = await sessions.load(v.parse(SessionId, subject));
    if (record?.projection.call === null || record?.state !== 'live') return;
    await write(record, systemAuthor, callGivingUp(areBothThere(record._id))).catch(whatStoodNoMore);
  });

  signalling.onLeft((peer, party) => {
    if (!isOfCall(party)) return;
    const side = sideOf(party);
    if (peersOf.get(party.session)?.[side] !== peer) return;
    // While the store is away no deadline can be set: then the call lasts until somebody hangs up.
    void left(party.session, side).catch((error: unknown) => {
      log.error('An end of a call has gone, and no time could be set for it.', { error: String(error) });
    });
  });

  sessions.onEnd(async ({ _id: session }) => {
    peersOf.delete(session);
    await deadlines.cancel('call-due', session);
  });

  async function left(session: SessionId, side: CallSide) {
    change(session, side, null);
    const record = await sessions.load(session);
    if (record === undefined || record.projection.call === null) return;
    tell(record);
    await deadlines.ensure('call-due', session, clock.now() + callGoneMs);
  }

  function change(session: SessionId, side: CallSide, peer: PeerId | null): CallPeers {
    const peers = { ...(peersOf.get(session) ?? nobody), [side]: peer };
    if (peers.customer === null && peers.rep === null) peersOf.delete(session);
    else peersOf.set(session, peers);
    return peers;
  }

  function areBothThere(session: SessionId): boolean {
    const { customer, rep } = peersOf.get(session) ?? nobody;
    return customer !== null && rep !== null;
  }

  function tell({ _id: session, browser, projection: { call } }: SessionRecord) {
    const event = { type: 'call.peers', session, peers: peersOf.get(session) ?? nobody } as const;
    if (browser !== undefined) links.toBrowser(browser, event);
    if (call !== null && call.rep !== null) links.toAccount(call.rep, event);
  }

  async function write(record: SessionRecord, by: LogEntry['by'], rule: EntryRule, options?: AppendOptions) {
    const { entry, isNew, record: after } = await sessions.appendOnce(record, by, rule, options);
    const session = record._id;
    if (!isNew) {
      await completeFor(after);
      return entry;
    }
    if (entry.kind === 'call-asked') await deadlines.set('call-due', session, entry.at + ringMs);
    else if (entry.kind === 'call-accepted') await deadlines.set('call-due', session, entry.at + callGoneMs);
    else await letGo(session);
    return entry;
  }

  async function letGo(session: SessionId) {
    peersOf.delete(session);
    signalling.close((party) => isOfCall(party) && party.session === session);
    await deadlines.cancel('call-due', session);
  }

  /** What was sent again was stored before, and another call may stand by now: only that is made up for which a failure may have kept from being done. */
  async function completeFor({ _id, projection: { call } }: SessionRecord) {
    if (call === null) return letGo(_id);
    if (areBothThere(_id)) return;
    await deadlines.ensure('call-due', _id, call.since === null ? call.askedAt + ringMs : clock.now() + callGoneMs);
  }

  async function hangUpIn(session: SessionId, account: AccountId) {
    const record = await sessions.load(session);
    if (record === undefined || record.projection.call?.rep !== account) return;
    const by = repAuthor({ id: account, displayName: record.projection.call.repName ?? '' });
    await write(record, by, callHangingUp({ side: 'rep', account })).catch(whatStoodNoMore);
  }

  return {
    write,
    open(record, party) {
      requireRunning(record, party);
      return signalling.open(party);
    },
    async ready(record, party, peer) {
      requireRunning(record, party);
      if (!signalling.isOpen(party, peer))
        throw new AppError('not-found', { text: 'This call has no signalling link. Open another one.' });
      const session = record._id;
      const side = sideOf(party);
      const before = peersOf.get(session)?.[side];
      const peers = change(session, side, peer);
      tell(record);
      if (before !== undefined && before !== null && before !== peer) signalling.closePeer(before);
      if (areBothThere(session)) await deadlines.cancel('call-due', session);
      return peers;
    },
    async endOf(account) {
      for (const { _id } of await model.find({ state: 'live', 'projection.call.rep': account }).lean()) {
        await hangUpIn(_id, account);
      }
    },
    repOut: hangUpIn,
    async recover() {
      const called = { state: 'live' as const, 'projection.call': { $ne: null } };
      const failed = { report: log, message: 'A call that was cut off got no time to end.' };
      await sideBySide(await model.find(called).lean(), ({ _id }) =>
        tryFor(
          _id,
          async () => {
            const record = await sessions.load(_id);
            if (record === undefined || record.projection.call === null) return;
            await deadlines.set('call-due', _id, clock.now() + callGoneMs);
          },
          failed,
        ),
      );
    },
  };
}

function requireRunning({ projection: { call } }: SessionRecord, party: CallParty): void {
  const isTheirs = call !== null && (party.role === 'page' || call.rep === party.account);
  if (!isTheirs || call.since === null) throw new AppError('not-found', { text: 'This call has ended.' });
}

function isOfCall(party: Party): party is CallParty {
  return party.role === 'page' || party.role === 'viewer-call';
}

function sideOf({ role }: CallParty): CallSide {
  return role === 'page' ? 'customer' : 'rep';
}

/** It has ended, or was answered, in the same moment. */
function whatStoodNoMore(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
}
