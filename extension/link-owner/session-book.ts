/** Sessions and their logs, kept whole: gaps are asked for, ended sessions stay until they are put away. */
import type { Client } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { SessionHead } from '../../shared/contract/session.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import { growLog, lastSeq } from '../../shared/contract/grow-log.ts';
import { clearSession, layAside } from './left-words.ts';
import type { OwnerState } from './owner-state.ts';

/** The open sessions and their logs. */
export interface SessionBook {
  /** The sessions that the server has now. Those it has no more have ended meanwhile. */
  sync(heads: readonly SessionHead[]): void;
  putHead(head: SessionHead): void;
  /** All up to `seq` has been read here; the server hears of it apart. */
  markRead(session: SessionId, seq: number): void;
  putEntries(session: SessionId, entries: readonly LogEntry[]): void;
  /** `gone` without the rep's doing: what they had not sent is laid aside for them. */
  putAway(session: SessionId, how: 'by-hand' | 'gone'): void;
  /** Asks for the summary of a session that has ended. */
  summarise(session: SessionId): Promise<void>;
}

/** What the book works with. */
export interface SessionBookOptions {
  readonly state: OwnerState;
  readonly server: Client<RepContract>;
  /** Entries that are new here, in order. */
  readonly onGrown: (session: SessionId, added: readonly LogEntry[]) => void;
  /** The rest of a log could not be had just now: `sync` is wanted once more. */
  readonly onBehind: () => void;
}

/** Keeps what it knows in `state.sessions` and `state.logs`. */
export function createSessionBook({ state, server, onGrown, onBehind }: SessionBookOptions): SessionBook {
  const filling = new Set<SessionId>();

  const putEntries = (session: SessionId, incoming: readonly LogEntry[]) => {
    const grown = growLog(state.logs.value.get(session) ?? [], incoming);
    if (grown.added.length > 0) {
      state.logs.value = new Map(state.logs.value).set(session, grown.entries);
      dropArrived(state, grown.added);
      onGrown(session, grown.added);
    }
    if (grown.hasGap) void fill(session);
  };

  /* Brings all entries after the last one that is here. A second call while one runs is covered by it. */
  const fill = async (session: SessionId) => {
    if (filling.has(session)) return;
    filling.add(session);
    try {
      let more = true;
      while (more) {
        const page = await server.call('log.after', { session, seq: lastSeq(state.logs.value.get(session) ?? []) });
        putEntries(session, page.entries);
        more = page.more && page.entries.length > 0;
      }
    } catch (error) {
      // The link broke, or the session is no longer ours: the next sync asks again where it still matters.
      if (!(error instanceof AppError)) throw error;
      onBehind();
    } finally {
      filling.delete(session);
    }
  };

  const putHead = (head: SessionHead) => {
    const known = state.sessions.value.find((session) => session.head.id === head.id);
    const readHere = known?.head.read.reps ?? 0;
    const read = { ...head.read, reps: Math.max(head.read.reps, readHere) };
    const open = { head: { ...head, read }, summary: known?.summary ?? null };
    state.sessions.value =
      known === undefined
        ? [...state.sessions.value, open]
        : state.sessions.value.map((session) => (session === known ? open : session));
    if (lastSeq(state.logs.value.get(head.id) ?? []) < head.lastSeq) void fill(head.id);
    if (head.state === 'ended' && open.summary === null) void summarise(head.id);
  };

  const summarise = async (id: SessionId) => {
    try {
      const { summary } = await server.call('sessions.summary', { session: id });
      state.sessions.value = state.sessions.value.map((session) =>
        session.head.id === id
          ? { head: { ...session.head, state: 'ended', endedAt: summary.endedAt }, summary }
          : session,
      );
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // A code that nobody used leaves no session behind, and so no summary: then there is nothing to keep in sight.
      if (error.code === 'not-found' || error.code === 'not-allowed') putAway(id, 'gone');
    }
  };

  const putAway = (id: SessionId, how: 'by-hand' | 'gone') => {
    if (how === 'gone') layAside(state, id, { papers: true });
    else clearSession(state, id);
    state.sessions.value = state.sessions.value.filter((session) => session.head.id !== id);
    const logs = new Map(state.logs.value);
    logs.delete(id);
    state.logs.value = logs;
    if (state.wanted.value === id) state.wanted.value = null;
  };

  return {
    sync(heads) {
      for (const head of heads) putHead(head);
      const alive = new Set(heads.map(({ id }) => id));
      for (const { head, summary } of state.sessions.value) {
        if (alive.has(head.id) || summary !== null) continue;
        void fill(head.id);
        void summarise(head.id);
      }
    },
    putHead,
    markRead(id, seq) {
      const known = state.sessions.value.find(({ head }) => head.id === id)?.head;
      if (known !== undefined && known.read.reps < seq) putHead({ ...known, read: { ...known.read, reps: seq } });
    },
    putEntries,
    putAway,
    summarise,
  };
}

/* A message may come back as an entry before its acknowledgement does, or instead of it when that was lost. */
function dropArrived(state: OwnerState, added: readonly LogEntry[]): void {
  const arrived = new Set(added.map(({ clientId }) => clientId));
  if (!state.unsent.value.some(({ clientId }) => arrived.has(clientId))) return;
  state.unsent.value = state.unsent.value.filter(({ clientId }) => !arrived.has(clientId));
}
