/** Who may open and close a session's whiteboard, and when. Pure. */
import { AppError } from '../../shared/contract/errors.ts';
import type { BoardSide } from '../../shared/contract/whiteboard.ts';
import { requirePace } from '../sessions/entry-rules.ts';
import type { EntryRule } from '../sessions/entry-rules.ts';
import type { SessionProjection } from '../sessions/project-session.ts';

const asked = { customer: 'asked-by-customer', rep: 'asked-by-rep' } as const;
const other = { customer: 'rep', rep: 'customer' } as const;

/** Would the other side like one? Two who ask each other have agreed. */
export function askingForWhiteboard(by: BoardSide): EntryRule {
  return (state, now) => {
    const { customerIn, whiteboard } = state;
    if (!customerIn) throw new AppError('not-allowed', { text: 'Nobody is there yet who could draw along.' });
    if (whiteboard === 'open') throw new AppError('already-exists', { text: 'The whiteboard is open already.' });
    if (whiteboard === asked[by]) throw new AppError('already-exists', { text: 'You have asked already.' });
    if (whiteboard === asked[other[by]]) return { kind: 'whiteboard-accepted' };
    // Closing needs no pace of its own: there is one for each asking at most.
    requirePace(state, 'whiteboard-asked', now);
    return { kind: 'whiteboard-asked' };
  };
}

/** Only who was asked can answer. */
export function answeringForWhiteboard(by: BoardSide, answer: 'yes' | 'no'): EntryRule {
  return ({ whiteboard }) => {
    if (whiteboard !== asked[other[by]])
      throw new AppError('not-found', { text: 'The invitation to the whiteboard has been taken back.' });
    return { kind: answer === 'yes' ? 'whiteboard-accepted' : 'whiteboard-declined' };
  };
}

/** Either side closes it; a question is taken back by who asked. */
export function closingWhiteboard(by: BoardSide): EntryRule {
  return ({ whiteboard }) => {
    if (whiteboard !== 'open' && whiteboard !== asked[by])
      throw new AppError('not-found', { text: 'The whiteboard is closed already.' });
    return { kind: 'whiteboard-closed' };
  };
}

/** @throws AppError `session-ended`, `not-allowed` unless there is a whiteboard to draw on */
export function requireOpenWhiteboard({ ended, whiteboard }: SessionProjection): void {
  if (ended !== null) throw new AppError('session-ended');
  if (whiteboard !== 'open')
    throw new AppError('not-allowed', { text: 'The whiteboard is closed. Open it again first.' });
}
