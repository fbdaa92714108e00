/** What everybody in a rush shares: the server, chance, and what has been seen so far. */
import * as v from 'valibot';
import { createDice } from '../../../demo/dice.ts';
import type { Dice } from '../../../demo/dice.ts';
import type { SeenClaim, SeenOffer } from './what-was-seen.ts';

/** How many come, and how fast they do what they do. Times in milliseconds, from and to. */
export interface RushPlan {
  readonly customers: number;
  readonly reps: number;
  /** This share is in line before any rep is there; the others come while they work. */
  readonly inLineFirst: number;
  /** This share gives up, each at a moment within their patience. */
  readonly giveUp: number;
  readonly patienceMs: number;
  /** Within this time all reps come. */
  readonly repsComeMs: number;
  readonly sessionMs: readonly [number, number];
  readonly thinkMs: readonly [number, number];
  readonly seed: number;
}

export interface RushFloor {
  readonly origin: string;
  readonly plan: RushPlan;
  readonly dice: Dice;
  /** Requests by the name of their customer, as reps hear of them. */
  readonly requestOf: Map<string, string>;
  /** When a request was asked for, or given back by a rep who passed it on. */
  readonly freeSince: Map<string, number>;
  readonly passed: Set<string>;
  /** Who waits in each channel, as far as reps have heard. */
  readonly waiting: Map<string, Set<string>>;
  readonly offers: SeenOffer[];
  readonly claims: SeenClaim[];
  /** Told when a customer ends a session, so that its rep counts as free. */
  readonly ended: Map<string, (at: number) => void>;
}

export function openFloor(origin: string, plan: RushPlan): RushFloor {
  return {
    origin,
    plan,
    dice: createDice(plan.seed),
    requestOf: new Map(),
    freeSince: new Map(),
    passed: new Set(),
    waiting: new Map(),
    offers: [],
    claims: [],
    ended: new Map(),
  };
}

/** From this machine itself requests are not throttled: there is one network for all, which would be a flood. */
export const thisMachine = '127.0.0.1';

const Event = v.tuple([v.literal('event'), v.looseObject({ type: v.string() })]);

/** An event as it came over the line, parsed if it is one of these; most are not looked at, because they are long and many. */
export function eventIn(frame: Buffer, types: readonly string[]): Record<string, unknown> | undefined {
  const start = frame.indexOf('[');
  const head = frame.toString('latin1', start, start + 60);
  if (!types.some((type) => head.includes(`"type":"${type}"`))) return undefined;
  return v.parse(Event, JSON.parse(frame.toString('utf8', start)))[1];
}

/** The code of a refusal, as a link's error tells it. */
export function codeOf(error: unknown): string {
  return /"code":"([a-z-]+)"/.exec(String(error))?.[1] ?? String(error);
}
