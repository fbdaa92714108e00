/** When a sound is due: an offer rings every 6 s, ticks come at most every 10 s, and off is off. */
import type { SoundLevel } from '../../port/settings.ts';
import type { Note } from './notes.ts';
import { lostNotes, offerNotes, tickNotes } from './notes.ts';

/** The occasions that have a sound. */
export interface SoundDesk {
  /** A request has come. */
  offer(): void;
  /** Whether requests wait that this rep should take: then the offer sounds again until they are gone. */
  ring(on: boolean): void;
  /** A message came out of sight. */
  tick(): void;
  /** The server was lost in the middle of a session. */
  lost(): void;
  /** Lets a level be heard before it is chosen. */
  tryLevel(level: SoundLevel): void;
}

/** Where the notes go, how loud, and by which clock (ms). */
export interface SoundDeskOptions {
  readonly play: (notes: readonly Note[], level: SoundLevel) => void;
  /** Plays what somebody wants to hear at this moment, wherever they are. */
  readonly tryOut: (notes: readonly Note[], level: SoundLevel) => void;
  readonly level: () => SoundLevel;
  readonly now: () => number;
  readonly after: (delayMs: number, run: () => void) => () => void;
}

const RING_EVERY_MS = 6000;
const TICK_EVERY_MS = 10_000;
/** Several requests at once sound as one. */
const OFFER_EVERY_MS = 1000;

/** Silent until something happens. */
export function createSoundDesk({ play, tryOut, level, now, after }: SoundDeskOptions): SoundDesk {
  let stopRinging: (() => void) | undefined;
  let lastTick = -Infinity;
  let lastOffer = -Infinity;

  const offer = () => {
    if (now() - lastOffer < OFFER_EVERY_MS) return;
    lastOffer = now();
    play(offerNotes, level());
  };
  const ringLater = (): (() => void) =>
    after(RING_EVERY_MS, () => {
      offer();
      stopRinging = ringLater();
    });

  return {
    offer,
    ring(on) {
      if (on === (stopRinging !== undefined)) return;
      stopRinging?.();
      stopRinging = on ? ringLater() : undefined;
    },
    tick() {
      if (now() - lastTick < TICK_EVERY_MS) return;
      lastTick = now();
      play(tickNotes, level());
    },
    lost: () => play(lostNotes, level()),
    tryLevel: (wanted) => tryOut(offerNotes, wanted),
  };
}
