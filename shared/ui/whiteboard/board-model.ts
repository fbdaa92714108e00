/**
 * One person's view of a whiteboard: what the server has ordered, what was done here and is not acknowledged yet on top
 * of it, and what others draw at this moment. What was not acknowledged is sent again until it is.
 */
import { batch, computed, signal } from '@preact/signals';
import { applyToBoard, emptyBoard } from '../../contract/apply-to-board.ts';
import { AppError } from '../../contract/errors.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type { SessionId } from '../../contract/identifiers.ts';
import { boardLimits } from '../../contract/whiteboard.ts';
import type {
  Board,
  BoardAct,
  BoardEntry,
  BoardInk,
  BoardItem,
  BoardItemId,
  BoardOperation,
  BoardPen,
  BoardSide,
} from '../../contract/whiteboard.ts';
import type { Clock } from '../clock.ts';
import { boardTexts as texts } from './board-texts.ts';
import { noHistory, stepAgain, stepBack, withDeed } from './board-history.ts';
import type { Deed } from './board-history.ts';
import { createLiveLayer } from './live-layer.ts';
import { createLiveSender } from './live-sender.ts';
import { createBoardPictures } from './board-pictures.ts';
import type { BoardPort } from './board-port.ts';
import type { BoardTool } from './shape-of.ts';

export interface BoardModelParts {
  readonly session: SessionId;
  readonly side: BoardSide;
  readonly port: BoardPort;
  readonly clock: Clock;
  /** A fresh id of 22 characters. */
  readonly newId: () => BoardAct['clientId'];
}

/** The model, as {@link createBoardModel} makes it. */
export type BoardModel = ReturnType<typeof createBoardModel>;

/** These pass by themselves: what could not be sent is sent again. */
const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'no-answer',
  'store-down',
  'store-full',
  'server-fault',
  'too-many-tries',
]);
const againAfterMs = 1000;

/** Knows nothing until {@link BoardModel.refresh} has brought it. */
export function createBoardModel({ session, side, port, clock, newId }: BoardModelParts) {
  const ordered = signal<{ readonly seq: number; readonly board: Board }>({ seq: 0, board: emptyBoard(session) });
  const isReady = signal(false);
  const isAway = signal(false);
  const pending = signal<readonly BoardAct[]>([]);
  const history = signal(noHistory);
  const notice = signal<string | undefined>(undefined);
  const tab = signal(ordered.value.board.tabs[0]?.id);
  const tool = signal<BoardTool>('pencil');
  const ink = signal<BoardInk>('black');
  const pen = signal<BoardPen>(6);
  const selected = signal<ReadonlySet<BoardItemId>>(new Set());
  /** Touched by the eraser that is still down. */
  const erasing = signal<ReadonlySet<BoardItemId>>(new Set());
  const live = createLiveLayer(clock);
  const tell = createLiveSender({ draw: (what) => port.draw(what), clock });
  const pictures = createBoardPictures(port);
  let isReading = false;
  /** Asked for while an answer was on its way, which may be older than what was asked for. */
  let isWantedAgain = false;
  /** The last operation that anybody has spoken of. */
  let heardOfSeq = 0;
  let isSending = false;
  let callOff = () => {};

  const board = computed(() =>
    pending.value.reduce((now, { operation }) => applyToBoard(now, { operation, by: side }), ordered.value.board),
  );
  const current = computed(() => board.value.tabs.find(({ id }) => id === tab.value) ?? board.value.tabs[0]);
  const shown = computed(() =>
    (current.value?.items ?? []).filter((placed) => placed.shown && !erasing.value.has(placed.item.id)),
  );

  async function refresh(): Promise<void> {
    if (isReading) {
      isWantedAgain = true;
      return;
    }
    isReading = true;
    isWantedAgain = false;
    try {
      const whole = await port.read();
      batch(() => {
        if (whole.seq >= ordered.value.seq) ordered.value = whole;
        isReady.value = true;
        isAway.value = false;
      });
      void send();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (passing.has(error.code)) {
        isAway.value = true;
        return later(refresh);
      }
      // The session is over, or this person is in it no more: asking again changes nothing.
      isAway.value = false;
      if (pending.value.length > 0) notice.value = texts.closed;
      pending.value = [];
      return undefined;
    } finally {
      isReading = false;
    }
    if (isWantedAgain || heardOfSeq > ordered.value.seq) void refresh();
  }

  function later(run: () => Promise<void>): void {
    callOff();
    callOff = clock.after(againAfterMs, () => void run());
  }

  /** What the server has ordered, however often it comes. */
  function take(entries: readonly BoardEntry[]): void {
    batch(() => {
      for (const entry of entries) {
        heardOfSeq = Math.max(heardOfSeq, entry.seq);
        if (entry.seq <= ordered.value.seq) continue;
        if (entry.seq > ordered.value.seq + 1) return void refresh();
        const isOwn = pending.value.some(({ clientId }) => clientId === entry.clientId);
        ordered.value = { seq: entry.seq, board: applyToBoard(ordered.value.board, entry) };
        if (isOwn) pending.value = pending.value.filter(({ clientId }) => clientId !== entry.clientId);
        else followOthers(entry);
      }
    });
  }

  function followOthers({ by, operation }: BoardEntry): void {
    if (operation.op === 'add') live.drop(operation.item.id);
    if (operation.op === 'place') live.drop(operation.item);
    // Who adds a tab goes on there, and is followed.
    if (operation.op === 'addTab' && by !== side) tab.value = operation.tab;
  }

  async function send(): Promise<void> {
    if (isSending || !isReady.value) return;
    isSending = true;
    try {
      while (pending.value.length > 0) {
        const acts = pending.value.slice(0, boardLimits.actsPerCall);
        const { entries, refused } = await port.act([...acts]);
        take(entries);
        const sent = new Set(acts.map(({ clientId }) => clientId));
        pending.value = pending.value.filter(({ clientId }) => !sent.has(clientId));
        const [first] = refused;
        if (first !== undefined) notice.value = texts.refusals[first.why];
        isAway.value = false;
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (passing.has(error.code)) {
        isAway.value = true;
        later(refresh);
      } else {
        pending.value = [];
        notice.value = texts.closed;
      }
    } finally {
      isSending = false;
    }
  }

  function carryOut(operations: readonly BoardOperation[]): void {
    pending.value = [...pending.value, ...operations.map((operation) => ({ clientId: newId(), operation }))];
    void send();
  }

  /** Does something that can be taken back; shows at once, and goes to the server. */
  function act(deed: Deed): void {
    batch(() => {
      notice.value = undefined;
      history.value = withDeed(history.value, deed);
      carryOut(deed.done);
    });
  }

  function step(next: { history: typeof history.value; operations: readonly BoardOperation[] } | undefined): void {
    if (next === undefined) return;
    batch(() => {
      history.value = next.history;
      selected.value = new Set();
      carryOut(next.operations);
    });
  }

  return {
    session,
    side,
    isReady,
    isAway,
    notice,
    tab,
    tool,
    ink,
    pen,
    selected,
    erasing,
    board,
    current,
    /** What lies on the current tab, as it is drawn. */
    shown,
    live,
    pictures,
    tell,
    newId,
    unsent: computed(() => pending.value.length),
    canUndo: computed(() => history.value.past.length > 0),
    canRedo: computed(() => history.value.future.length > 0),
    refresh,
    take,
    act,
    /** Something that nobody takes back, such as a tab's name. */
    carryOut,
    undo: () => step(stepBack(history.value)),
    redo: () => step(stepAgain(history.value)),
    /** Puts a thing on a tab, the current one unless said. */
    add(item: BoardItem, on = current.value?.id) {
      if (on === undefined) return;
      act({
        done: [{ op: 'add', tab: on, item }],
        undone: [{ op: 'show', tab: on, items: [item.id], shown: false }],
      });
      // Doing it again is showing it again: it has not gone.
      amendLast({ op: 'show', tab: on, items: [item.id], shown: true });
    },
    close() {
      callOff();
      tell.stop();
    },
  };

  function amendLast(again: BoardOperation): void {
    const { past, future } = history.value;
    const last = past.at(-1);
    if (last !== undefined) history.value = { past: [...past.slice(0, -1), { ...last, done: [again] }], future };
  }
}
