/** Counting, and the lengths in the middle. Pure. */
import type { Measures } from '../../shared/contract/statistics.ts';
import { CONTENT_FROM } from '../../shared/contract/survey.ts';
import type { Solved } from '../../shared/contract/survey.ts';
import type { Outcome } from './day-sheet.ts';

/** Who is answered within this time was answered quickly. */
export const QUICK_MS = 60_000;

/** Counts requests and sessions one by one, and says what came of it. */
export interface Tally {
  /** `waitMs` below nothing: it is not known, as of a request that still waits. */
  request(outcome: Outcome, waitMs: number): void;
  /** `lengthMs` below nothing: the session lasts. */
  session(lengthMs: number): void;
  /** An answer: a customer's face, or below nothing; a rep's verdict, if it is one. */
  survey(face: number, verdict: Solved | undefined): void;
  /** Counts all of this once more in another one. */
  addTo(other: Tally): void;
  measures(): Measures;
}

export function createTally(): Tally {
  const waits: number[] = [];
  const givenUp: number[] = [];
  const lengths: number[] = [];
  const faces: number[] = [];
  const judged: Solved[] = [];
  let [requests, answered, gaveUp, quick, sessions, totalSessionMs] = [0, 0, 0, 0, 0, 0];
  return {
    request(outcome, waitMs) {
      requests += 1;
      if (outcome === 'answered') {
        answered += 1;
        if (waitMs >= 0) waits.push(waitMs);
        if (waitMs >= 0 && waitMs <= QUICK_MS) quick += 1;
      } else if (outcome === 'gave-up') {
        gaveUp += 1;
        if (waitMs >= 0) givenUp.push(waitMs);
      }
    },
    session(lengthMs) {
      sessions += 1;
      if (lengthMs < 0) return;
      lengths.push(lengthMs);
      totalSessionMs += lengthMs;
    },
    survey(face, verdict) {
      if (face > 0) faces.push(face);
      if (verdict !== undefined) judged.push(verdict);
    },
    addTo(other) {
      for (const face of faces) other.survey(face, undefined);
      for (const verdict of judged) other.survey(-1, verdict);
      for (const wait of waits) other.request('answered', wait);
      for (const wait of givenUp) other.request('gave-up', wait);
      for (let unknown = requests - waits.length - givenUp.length; unknown > 0; unknown -= 1)
        other.request('waiting', -1);
      for (const length of lengths) other.session(length);
      for (let lasting = sessions - lengths.length; lasting > 0; lasting -= 1) other.session(-1);
    },
    measures() {
      const sortedWaits = sorted(waits);
      return {
        requests,
        answered,
        gaveUp,
        quick,
        medianWaitMs: rank(sortedWaits, 0.5),
        nineInTenWaitMs: rank(sortedWaits, 0.9),
        medianGiveUpMs: rank(sorted(givenUp), 0.5),
        sessions,
        medianSessionMs: rank(sorted(lengths), 0.5),
        totalSessionMs,
        faces: faces.length,
        content: faces.filter((face) => face >= CONTENT_FROM).length,
        averageFace: faces.length === 0 ? null : faces.reduce((sum, face) => sum + face, 0) / faces.length,
        judged: judged.length,
        solved: judged.filter((verdict) => verdict === 'yes').length,
      };
    },
  };
}

/** Typed arrays sort numbers as numbers, and several times as fast. */
function sorted(lengths: readonly number[]): Float64Array {
  return Float64Array.from(lengths).sort();
}

/** Nearest rank: a length that really was; `null` of none. */
function rank(inOrder: Float64Array, part: number): number | null {
  return inOrder[Math.max(0, Math.ceil(part * inOrder.length) - 1)] ?? null;
}
