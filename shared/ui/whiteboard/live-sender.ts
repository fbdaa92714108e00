/** Tells others what is being drawn: thinned out, never more than one message under way, and nothing is kept of it. */
import { AppError } from '../../contract/errors.ts';
import type { BoardLive } from '../../contract/whiteboard.ts';
import type { Clock } from '../clock.ts';

/** Between two messages. */
export const liveEveryMs = 30;

/** What to tell is asked for in the moment in which it is sent, so that it is the newest; `undefined` for nothing new. */
type NextLive = () => BoardLive | undefined;

export interface LiveSender {
  /** Something has changed. */
  changed(next: NextLive): void;
  /** It is done, or nothing came of it: what is still to be told of it is not. */
  over(last?: BoardLive): void;
  stop(): void;
}

export function createLiveSender(parts: {
  readonly draw: (live: BoardLive) => Promise<unknown>;
  readonly clock: Clock;
}): LiveSender {
  const { draw, clock } = parts;
  let wanted: NextLive | undefined;
  let isUnderWay = false;
  let isResting = false;
  let callOff = () => {};

  async function pass(live: BoardLive): Promise<void> {
    try {
      await draw(live);
    } catch (error) {
      // Worth nothing a moment later: what is drawn comes as a whole when it is done.
      if (!(error instanceof AppError)) throw error;
    }
  }

  async function sendNext(): Promise<void> {
    if (isUnderWay || isResting) return;
    const live = wanted?.();
    wanted = undefined;
    if (live === undefined) return;
    isUnderWay = true;
    isResting = true;
    callOff = clock.after(liveEveryMs, () => {
      isResting = false;
      void sendNext();
    });
    await pass(live);
    isUnderWay = false;
    void sendNext();
  }

  return {
    changed(next) {
      wanted = next;
      void sendNext();
    },
    over(last) {
      wanted = undefined;
      if (last !== undefined) void pass(last);
    },
    stop() {
      callOff();
      wanted = undefined;
    },
  };
}
