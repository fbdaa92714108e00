/** The copies of a session, one after the other, in the order in which they were asked for. */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Clock } from '../../../shared/ui/clock.ts';
import { workCopy, type CopyOrder, type CopyWorkPorts, type InUseAnswer, type NameInUse } from './copy-work.ts';
import type { FilesLink } from './files-link.ts';
import { withSample, type PaceSample } from './transfer-pace.ts';

/** `interrupted`: the link is away, and it goes on by itself. */
export type CopyState = 'waiting' | 'running' | 'interrupted' | 'done' | 'skipped' | 'failed' | 'cancelled';

/** One row of the list. */
export interface CopyRow {
  readonly id: number;
  readonly way: CopyOrder['way'];
  readonly name: string;
  readonly state: CopyState;
  /** `undefined` until it is known. */
  readonly totalBytes: number | undefined;
  readonly bytes: number;
  readonly samples: readonly PaceSample[];
  /** The file of a folder that is being copied. */
  readonly file: string;
  /** Why it failed. */
  readonly problem: string;
  readonly leftOut: readonly { readonly name: string; readonly why: string }[];
  readonly leftOutCount: number;
}

/** A question that the copy waits with. */
export interface NameQuestion extends NameInUse {
  answer(answer: InUseAnswer, forAll: boolean): void;
}

export interface CopyQueue {
  readonly rows: ReadonlySignal<readonly CopyRow[]>;
  readonly question: ReadonlySignal<NameQuestion | undefined>;
  add(order: CopyOrder): void;
  /** Stops one, or takes it out before it begins. */
  cancel(id: number): void;
  cancelAll(): void;
  /** Takes what is over out of the list. */
  clear(): void;
}

const overStates: ReadonlySet<CopyState> = new Set(['done', 'skipped', 'failed', 'cancelled']);
const MOST_LEFT_OUT_SHOWN = 20;
/** Parts come far more often than anybody can read. */
const SHOWN_EVERY_MS = 200;

export function isOver({ state }: CopyRow): boolean {
  return overStates.has(state);
}

type Work = (order: CopyOrder, ports: CopyWorkPorts) => Promise<'done' | 'skipped'>;

/** `onDone` is called after each one, because something new stands somewhere now. */
export function createCopyQueue(
  link: FilesLink,
  clock: Clock,
  onDone: (way: CopyOrder['way']) => void,
  work: Work = workCopy,
): CopyQueue {
  const rows = signal<readonly CopyRow[]>([]);
  const question = signal<NameQuestion | undefined>(undefined);
  const waiting: { readonly id: number; readonly order: CopyOrder }[] = [];
  let running: { readonly id: number; readonly stop: AbortController } | undefined;
  let lastId = 0;

  const change = (id: number, next: Partial<CopyRow> | ((row: CopyRow) => Partial<CopyRow>)) => {
    rows.value = rows.value.map((row) =>
      row.id === id ? { ...row, ...(typeof next === 'function' ? next(row) : next) } : row,
    );
  };

  async function runNext(): Promise<void> {
    if (running !== undefined) return;
    const next = waiting.shift();
    if (next === undefined) return;
    const { id, order } = next;
    const stop = new AbortController();
    running = { id, stop };
    change(id, { state: 'running' });
    try {
      const end = await work(order, portsOf(id, stop.signal));
      change(id, ({ totalBytes, bytes }) => ({ state: end, bytes: totalBytes ?? bytes }));
    } catch (error) {
      if (!stop.signal.aborted && !(error instanceof AppError)) console.error('A copy failed:', error);
      change(
        id,
        stop.signal.aborted
          ? { state: 'cancelled' }
          : { state: 'failed', problem: error instanceof AppError ? error.message : String(error) },
      );
    }
    running = undefined;
    onDone(order.way);
    void runNext();
  }

  function portsOf(id: number, stop: AbortSignal): CopyWorkPorts {
    let forAll: InUseAnswer | undefined;
    let shownAt = 0;
    return {
      link,
      stop,
      ask: (about) => (forAll === undefined ? ask(about) : Promise.resolve(forAll)),
      onTotal: (totalBytes) => change(id, { totalBytes }),
      onAt(bytes) {
        const atMs = clock.now();
        if (atMs - shownAt < SHOWN_EVERY_MS) return;
        shownAt = atMs;
        change(id, ({ samples }) => ({ bytes, samples: withSample(samples, { atMs, bytes }) }));
      },
      onFile: (file) => change(id, { file }),
      onLeftOut: (name, why) =>
        change(id, ({ leftOut, leftOutCount }) => ({
          leftOut: leftOut.length < MOST_LEFT_OUT_SHOWN ? [...leftOut, { name, why }] : leftOut,
          leftOutCount: leftOutCount + 1,
        })),
      onInterrupted: (isAway) => change(id, { state: isAway ? 'interrupted' : 'running', samples: [] }),
    };

    function ask(about: NameInUse): Promise<InUseAnswer> {
      return new Promise((resolve, reject) => {
        const close = () => {
          question.value = undefined;
          stop.removeEventListener('abort', give);
        };
        const give = () => {
          close();
          reject(stop.reason instanceof Error ? stop.reason : new Error('Cancelled.'));
        };
        stop.addEventListener('abort', give, { once: true });
        question.value = {
          ...about,
          answer(answer, isForAll) {
            close();
            if (isForAll) forAll = answer;
            resolve(answer);
          },
        };
      });
    }
  }

  function cancel(id: number): void {
    if (running?.id === id) return running.stop.abort();
    const at = waiting.findIndex((one) => one.id === id);
    if (at < 0) return;
    waiting.splice(at, 1);
    change(id, { state: 'cancelled' });
  }

  return {
    rows,
    question,
    add(order) {
      lastId += 1;
      const row: CopyRow = {
        id: lastId,
        way: order.way,
        name: order.way === 'take' ? order.name : order.item.name,
        state: 'waiting',
        totalBytes: undefined,
        bytes: 0,
        samples: [],
        file: '',
        problem: '',
        leftOut: [],
        leftOutCount: 0,
      };
      rows.value = [...rows.value, row];
      waiting.push({ id: lastId, order });
      void runNext();
    },
    cancel,
    cancelAll() {
      for (const { id } of [...waiting]) cancel(id);
      running?.stop.abort();
    },
    clear() {
      rows.value = rows.value.filter((row) => !isOver(row));
    },
  };
}
