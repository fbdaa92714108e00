/** The sheets of days: read where they are kept, made where they are not, and kept once nothing in them can change. */
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { Clock } from '../config/clock.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import { DAY_MS, dayOf, packSheet, startOfDay, unpackSheet } from './day-sheet.ts';
import type { DaySheet, Standing } from './day-sheet.ts';
import { keptSheets } from './day-sheet-model.ts';
import type { DaySheetModel } from './day-sheet-model.ts';
import { isSettled, makeDaySheet } from './make-day-sheet.ts';
import { readDay, standingsAt } from './read-day.ts';
import type { DaySources } from './read-day.ts';

/** So many kept sheets are in memory at once: a busy day takes some tens of kilobytes. */
const TOGETHER = 31;
/** A day that is not settled is read anew after this time, however many ask. */
const FRESH_MS = 10_000;

export interface DaySheets {
  /** Gives every sheet of the days from one moment to another, in order. What lies in the future has none. */
  each(fromMs: number, toMs: number, use: (sheet: DaySheet) => void): Promise<void>;
  /** Makes and keeps sheets of days that are over, oldest first, at most `most`; says whether there may be more. */
  keep(most: number): Promise<boolean>;
}

export interface DaySheetsNeeds extends DaySources {
  readonly sheets: DaySheetModel;
  readonly reps: () => Promise<readonly AccountId[]>;
  readonly clock: Clock;
}

export function createDaySheets(needs: DaySheetsNeeds): DaySheets {
  const { sheets, requests, sessions, intervals, reps, clock } = needs;
  const fresh = new Map<string, { readonly sheet: DaySheet; readonly at: number }>();
  /** What reps were at the beginning of the latest day that was made without the one before. */
  let looked: { readonly day: string; readonly standings: readonly Standing[] } | undefined;

  async function standingsAtStart(day: string): Promise<readonly Standing[]> {
    if (looked?.day === day) return looked.standings;
    const before = await sheets.findOne({ _id: dayOf(startOfDay(day) - DAY_MS) }).lean();
    const standings = before?.atEnd ?? (await standingsAt(needs, await reps(), startOfDay(day)));
    looked = { day, standings };
    return standings;
  }

  /** Keeps it if nothing in it can change any more. */
  async function make(day: string, before: DaySheet | undefined): Promise<DaySheet> {
    const known = fresh.get(day);
    if (known !== undefined && clock.now() - known.at < FRESH_MS) return known.sheet;
    const atStart = before?.atEnd ?? (await standingsAtStart(day));
    const now = clock.now();
    const facts = await readDay(needs, day, atStart);
    const sheet = makeDaySheet(day, facts, now);
    if (isSettled(day, facts, now)) await store(sheet);
    else remember(day, sheet, now);
    return sheet;
  }

  async function store(sheet: DaySheet) {
    fresh.delete(sheet.day);
    try {
      await sheets.create([packSheet(sheet)]);
    } catch (error) {
      // Another process has kept the same one.
      if (!isDuplicateKey(error)) throw error;
    }
  }

  function remember(day: string, sheet: DaySheet, at: number) {
    for (const [other, known] of fresh) if (at - known.at >= FRESH_MS) fresh.delete(other);
    fresh.set(day, { sheet, at });
  }

  async function firstDay(): Promise<string | undefined> {
    const [asked, helped, came] = await Promise.all([
      requests.findOne({}).select({ createdAt: 1 }).sort({ createdAt: 1 }).lean(),
      sessions.findOne({}).select({ startedAt: 1 }).sort({ startedAt: 1 }).lean(),
      intervals.findOne({}).select({ from: 1 }).sort({ from: 1 }).lean(),
    ]);
    const moments = [asked?.createdAt, helped?.startedAt, came?.from].filter((one) => typeof one === 'number');
    return moments.length === 0 ? undefined : dayOf(Math.min(...moments));
  }

  return {
    async each(fromMs, toMs, use) {
      const last = dayOf(Math.min(toMs - 1, clock.now()));
      let before: DaySheet | undefined;
      for (let first = dayOf(fromMs); first <= last;) {
        const days = daysFrom(first, last).slice(0, TOGETHER);
        const kept = await keptSheets(sheets, first, days.at(-1) ?? first);
        const known = new Map(kept.map((stored) => [stored._id, stored]));
        for (const day of days) {
          const stored = known.get(day);
          before = stored === undefined ? await make(day, before) : unpackSheet(stored);
          use(before);
        }
        first = dayAfter(days.at(-1) ?? first);
      }
    },

    async keep(most) {
      const first = await firstDay();
      if (first === undefined) return false;
      const kept = new Set((await sheets.find({}).select({ _id: 1 }).lean()).map(({ _id }) => _id));
      const missing = daysFrom(first, dayOf(clock.now() - DAY_MS)).filter((day) => !kept.has(day));
      for (const day of missing.slice(0, most)) await make(day, undefined);
      return missing.length > most;
    },
  };
}

function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = dayAfter(day)) days.push(day);
  return days;
}

function dayAfter(day: string): string {
  return dayOf(startOfDay(day) + DAY_MS);
}
