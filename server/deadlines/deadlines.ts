/** Deadlines as documents: whichever server process is there claims what is due, so a crash in between loses none. */
import * as v from 'valibot';
import type { Clock } from '../config/clock.ts';
import type { Log } from '../logging/log.ts';
import { problemUnder } from '../documents/damage.ts';
import type { StoreRoom } from '../store-room/store-room.ts';
import { DeadlineRecord } from './deadline-model.ts';
import type { DeadlineKind, DeadlineModel } from './deadline-model.ts';

/** Who claims a deadline has this long; if it dies meanwhile, another one claims it again. */
const leaseMs = 60_000;
/** Looked for at least this often, because another process may have set one that is nearer. */
const longestWaitMs = 1000;

/** Hears that something fell due. It may hear so twice, so it looks again whether the matter still stands. */
export type DueListener = (subject: string) => Promise<void>;

export interface Deadlines {
  /** Sets a deadline, in place of an earlier one of the same kind and subject. */
  set(kind: DeadlineKind, subject: string, dueAt: number): Promise<void>;
  /** Sets a deadline unless there is one of the same kind and subject. */
  ensure(kind: DeadlineKind, subject: string, dueAt: number): Promise<void>;
  cancel(kind: DeadlineKind, subject: string): Promise<void>;
  /** Names who handles a kind; one listener a kind, before `start`. */
  on(kind: DeadlineKind, listener: DueListener): void;
  /** Handles everything that is due by now, and resolves when that is done. */
  runDue(): Promise<void>;
  start(): void;
  /** Stops looking, and waits for what is being handled. */
  stop(): Promise<void>;
}

export function createDeadlines(
  model: DeadlineModel,
  { clock, log, room }: { readonly clock: Clock; readonly log: Log; readonly room: Pick<StoreRoom, 'noticed'> },
): Deadlines {
  const listeners = new Map<DeadlineKind, DueListener>();
  let timer: NodeJS.Timeout | undefined;
  let wakesAt = Number.POSITIVE_INFINITY;
  let running: Promise<void> | undefined;
  let started = false;

  function wakeAt(moment: number) {
    if (!started || moment >= wakesAt) return;
    clearTimeout(timer);
    wakesAt = moment;
    timer = setTimeout(() => void run(), Math.max(0, Math.min(longestWaitMs, moment - clock.now())));
  }

  async function run(): Promise<void> {
    wakesAt = Number.POSITIVE_INFINITY;
    running ??= handleAll().finally(() => (running = undefined));
    await running;
    wakeAt(clock.now() + longestWaitMs);
  }

  async function handleAll() {
    try {
      for (let due = await claim(); due !== null; due = await claim()) {
        if (v.is(DeadlineRecord, due)) await handle(due);
        else await drop(due);
      }
      const next = await model
        .findOne({ dueAt: { $gte: 0 } })
        .sort({ dueAt: 1 })
        .lean();
      if (next !== null) wakeAt(next.dueAt);
    } catch (error) {
      // A full disk is told of once, elsewhere, and not every second.
      if (!room.noticed(error)) log.fault('Deadlines could not be read; they are tried again.', error);
    }
  }

  /** As it is stored: what is due may be damaged, and must not keep the others from being looked at. */
  async function claim() {
    const at = clock.now();
    const leased = { $set: { dueAt: at + leaseMs } };
    return model
      .findOneAndUpdate({ dueAt: { $lte: at } }, leased, { sort: { dueAt: 1 }, returnDocument: 'after' })
      .lean();
  }

  async function drop({ _id }: { readonly _id: string }) {
    const problem = problemUnder(DeadlineRecord, await model.findOneAndDelete({ _id }).lean());
    log.error('A deadline is damaged and is dropped.', { id: _id, problem });
  }

  async function handle(due: DeadlineRecord) {
    try {
      await listeners.get(due.kind)?.(due.subject);
      // Only as it was claimed: a listener may have set the deadline anew.
      await model.deleteOne({ _id: due._id, dueAt: due.dueAt });
    } catch (error) {
      if (!room.noticed(error))
        log.fault('A deadline could not be kept; it is tried again in a minute.', error, { kind: due.kind });
    }
  }

  return {
    async set(kind, subject, dueAt) {
      const _id = `${kind}:${subject}`;
      await model.updateOne({ _id }, { $set: { kind, subject, dueAt } }, { upsert: true });
      wakeAt(dueAt);
    },
    async ensure(kind, subject, dueAt) {
      const _id = `${kind}:${subject}`;
      await model.updateOne({ _id }, { $setOnInsert: { kind, subject, dueAt } }, { upsert: true });
      wakeAt(dueAt);
    },
    async cancel(kind, subject) {
      await model.deleteOne({ _id: `${kind}:${subject}` });
    },
    on(kind, listener) {
      listeners.set(kind, listener);
    },
    runDue: run,
    start() {
      started = true;
      wakeAt(clock.now());
    },
    async stop() {
      started = false;
      clearTimeout(timer);
      wakesAt = Number.POSITIVE_INFINITY;
      await running;
    },
  };
}
