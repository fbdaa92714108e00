import type { SpecialAction } from '../../shared/contract/tool-use.ts';
import type { ActionAnswer, Question, Questions } from './questions.ts';

/** Asks before something that closes what is open. Never takes the place of another question; goes away with the signal. */
export function askForAction(
  questions: Pick<Questions, 'ask' | 'drop' | 'isOpen'>,
  action: SpecialAction,
  signal: AbortSignal,
): Promise<ActionAnswer> {
  if (questions.isOpen || signal.aborted) return Promise.resolve(signal.aborted ? 'gone' : 'busy');
  return new Promise((resolve) => {
    const question: Question = {
      about: 'action',
      action,
      settle(answer) {
        signal.removeEventListener('abort', drop);
        resolve(answer);
      },
    };
    const drop = () => questions.drop(question);
    signal.addEventListener('abort', drop);
    questions.ask(question);
  });
}
