/** What is being written, one text a session, so that switching between customers loses nothing. */
import { computed, signal } from '@preact/signals';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { Draft } from '../port/kept-panel.ts';
import type { Reader } from '../port/view-state.ts';

/** The drafts, as {@link createDrafts} makes them. */
export type Drafts = ReturnType<typeof createDrafts>;

/** A typing sign is told at most this often, and taken back after this silence. In ms. */
const TYPING_EVERY_MS = 3000;
const TYPING_STOPS_MS = 4000;

/** Who hears of typing, and by which clock (ms). */
export interface DraftsOptions {
  readonly tellTyping: (session: SessionId, typing: boolean) => void;
  readonly now: () => number;
  readonly after: (delayMs: number, run: () => void) => () => void;
}

/** Nothing is written yet. */
export function createDrafts({ tellTyping, now, after }: DraftsOptions) {
  const texts = signal<ReadonlyMap<SessionId, string>>(new Map());
  const forReps = signal<ReadonlySet<SessionId>>(new Set());
  let told: { session: SessionId; at: number; forget: () => void } | undefined;

  const stopTyping = () => {
    if (told === undefined) return;
    told.forget();
    tellTyping(told.session, false);
    told = undefined;
  };
  function setAudience(session: SessionId, audience: Reader) {
    const next = new Set(forReps.value);
    if (audience === 'reps') next.add(session);
    else next.delete(session);
    forReps.value = next;
    // The customer is not to wait for words that are not for them.
    if (audience === 'reps' && told?.session === session) stopTyping();
  }

  return {
    /** All of them, as they are written. */
    all: computed(() =>
      [...texts.value].map(([session, text]): Draft => {
        return { session, text, audience: forReps.value.has(session) ? 'reps' : 'all' };
      }),
    ),
    /** Puts in what was written before, where nothing is written by now. */
    restore(drafts: readonly Draft[]) {
      const before = drafts.filter(({ session }) => !texts.value.has(session));
      // First whom it is for: a text for reps must not stand there for everybody, not even for a moment.
      const forRepsBefore = before.flatMap(({ session, audience }) => (audience === 'reps' ? [session] : []));
      forReps.value = new Set([...forReps.value, ...forRepsBefore]);
      texts.value = new Map([...before.map(({ session, text }) => [session, text] as const), ...texts.value]);
    },
    /** All of it goes: somebody else may sign in. */
    clear() {
      texts.value = new Map();
      forReps.value = new Set();
    },
    of: (session: SessionId): string => texts.value.get(session) ?? '',
    set(session: SessionId, text: string) {
      texts.value = new Map(texts.value).set(session, text);
    },
    /** Who is to read what is being written; everybody until said otherwise. */
    audienceOf: (session: SessionId): Reader => (forReps.value.has(session) ? 'reps' : 'all'),
    setAudience,
    /** From everybody to representatives only, and back. */
    turnAudience: (session: SessionId) => setAudience(session, forReps.value.has(session) ? 'all' : 'reps'),
    /** Puts something behind what is written already, on a line of its own. */
    add(session: SessionId, text: string) {
      const before = this.of(session).trimEnd();
      this.set(session, before === '' ? text : `${before}\n${text}`);
    },
    /** A key was pressed in this session's composer. */
    typed(session: SessionId) {
      if (forReps.value.has(session)) return;
      if (told !== undefined && told.session !== session) stopTyping();
      told?.forget();
      const isDue = told === undefined || now() - told.at >= TYPING_EVERY_MS;
      const at = isDue || told === undefined ? now() : told.at;
      if (isDue) tellTyping(session, true);
      told = { session, at, forget: after(TYPING_STOPS_MS, stopTyping) };
    },
    /** The text was sent: nobody types any more. */
    sent(session: SessionId) {
      this.set(session, '');
      if (told?.session === session) stopTyping();
    },
  };
}
