/** A whiteboard without a server of its own: the server's rules in memory, and as many people at it as a test wants. */
import * as v from 'valibot';
import { emptyBoard } from '../../../../../shared/contract/apply-to-board.ts';
import { AppError } from '../../../../../shared/contract/errors.ts';
import { ClientEntryId, SessionId } from '../../../../../shared/contract/identifiers.ts';
import { BoardItemId, BoardPictureId } from '../../../../../shared/contract/whiteboard.ts';
import type { BoardEntry, BoardItem, BoardLive, BoardSide } from '../../../../../shared/contract/whiteboard.ts';
import { planActs } from '../../../../../server/whiteboard/plan-acts.ts';
import type { StandingBoard } from '../../../../../server/whiteboard/plan-acts.ts';
import { manualClock } from '../manual-clock.ts';

const { createBoardModel } = await import('../../../../../shared/ui/whiteboard/board-model.ts');

export const session = v.parse(SessionId, 'sessionsessionsession1');

let lastId = 0;
/** A fresh id. */
export function anId(): string {
  lastId += 1;
  return String(lastId).padStart(22, 'i');
}
export const anItemId = () => v.parse(BoardItemId, anId());

/** A rectangle, as far as a test does not say otherwise. */
export function anItem(change: Partial<{ x: number; y: number; width: number; height: number }> = {}): BoardItem {
  return {
    kind: 'rectangle',
    id: anItemId(),
    x: 100,
    y: 100,
    width: 200,
    height: 100,
    ink: 'black',
    pen: 6,
    ...change,
  };
}

/** The board as the server keeps it, and the people at it. */
export function aTable() {
  let standing: StandingBoard = { seq: 0, board: emptyBoard(session), lately: new Set() };
  const stored = new Map<ClientEntryId, BoardEntry>();
  const pictures = new Map<string, string>();
  const people: { side: BoardSide; tell: (entries: readonly BoardEntry[]) => void; see: (live: BoardLive) => void }[] =
    [];
  const clock = manualClock();

  function join(side: BoardSide) {
    /** What goes wrong with the next calls. */
    const trouble: ('lost before' | 'lost after' | 'refused' | undefined)[] = [];
    let asked = 0;
    const seen: BoardLive[] = [];
    let isDeaf = false;
    const sometimes = async <T>(work: () => T): Promise<T> => {
      const fault = trouble.shift();
      asked += 1;
      if (fault === 'refused') throw new AppError('not-found');
      if (fault === 'lost before') throw new AppError('no-answer');
      const result = work();
      await Promise.resolve();
      if (fault === 'lost after') throw new AppError('no-answer');
      return result;
    };
    const model = createBoardModel({
      session,
      side,
      clock,
      newId: () => v.parse(ClientEntryId, anId()),
      port: {
        read: () => sometimes(() => ({ seq: standing.seq, board: standing.board })),
        act: (acts) =>
          sometimes(() => {
            const plan = planActs(standing, side, acts, stored);
            standing = plan.after;
            for (const entry of plan.fresh) stored.set(entry.clientId, entry);
            for (const person of people) person.tell(plan.fresh);
            return plan;
          }),
        draw: (live) =>
          sometimes(() => {
            for (const person of people) if (person.side !== side) person.see(live);
          }),
        keepPicture: (picture, data) => sometimes(() => void pictures.set(picture, data)),
        picture: (picture) =>
          sometimes(() => {
            const data = pictures.get(v.parse(BoardPictureId, picture));
            if (data === undefined) throw new AppError('not-found');
            return { type: 'image/png', data };
          }),
      },
    });
    people.push({
      side,
      tell: (entries) => {
        if (!isDeaf) model.take(entries);
      },
      see(live) {
        seen.push(live);
        model.live.take(live);
      },
    });
    return {
      model,
      trouble,
      seen,
      /** How often this person's page has asked the server for anything. */
      asked: () => asked,
      /** Whether events come through; what was missed comes with the next `refresh`. */
      setDeaf(deaf: boolean) {
        isDeaf = deaf;
      },
    };
  }

  return {
    clock,
    join,
    board: () => standing.board,
    /** How many operations were stored. */
    stored: () => standing.seq,
    /** Lets everything that is under way come to its end, retries included. */
    async settle() {
      for (let round = 0; round < 40; round += 1) {
        for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
        clock.advance(1000);
      }
    },
  };
}

/** Two people who know the board. */
export async function twoAtATable() {
  const table = aTable();
  const rep = table.join('rep');
  const customer = table.join('customer');
  await Promise.all([rep.model.refresh(), customer.model.refresh()]);
  return { table, rep, customer };
}
