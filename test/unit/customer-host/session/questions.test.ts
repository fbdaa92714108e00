import assert from 'node:assert/strict';
import { askForAction } from '../../../../customer-host/session/action-question.ts';
import { createQuestions } from '../../../../customer-host/session/questions.ts';
import type { Question } from '../../../../customer-host/session/questions.ts';

/** Questions on a desktop on which the test gives the answers. */
function aDesktop() {
  const shown: { question: Question; answer: (answer: 'yes' | 'no') => void; signal: AbortSignal }[] = [];
  const questions = createQuestions({
    now: () => 0,
    show: (question, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('taken away')));
        shown.push({ question, answer: resolve, signal });
      }),
    onStanding: () => undefined,
    onAnswer: () => undefined,
  });
  return { questions, shown };
}
const view = { about: 'consent', ask: { scope: 'view', devices: 'both', minutes: 15 } } as const;

describe('The question before an action that closes what is open', () => {
  it('brings the answer of the person at the computer', async () => {
    for (const answer of ['yes', 'no'] as const) {
      const { questions, shown } = aDesktop();
      const asked = askForAction(questions, 'restart', new AbortController().signal);
      shown[0]?.answer(answer);
      assert.equal(await asked, answer);
      assert.equal(questions.isOpen, false);
    }
  });

  it('never takes the place of another question', async () => {
    const { questions, shown } = aDesktop();
    questions.ask(view);
    assert.equal(await askForAction(questions, 'restart', new AbortController().signal), 'busy');
    assert.deepEqual([shown.length, shown[0]?.signal.aborted], [1, false]);
  });

  it('goes from the desktop with the consent that it was asked under, or when something else is asked', async () => {
    const taken = aDesktop();
    const over = new AbortController();
    const asked = askForAction(taken.questions, 'log-out', over.signal);
    over.abort();
    assert.equal(await asked, 'gone');
    assert.equal(taken.shown[0]?.signal.aborted, true);

    const other = aDesktop();
    const replaced = askForAction(other.questions, 'log-out', new AbortController().signal);
    other.questions.ask(view);
    assert.equal(await replaced, 'gone');
  });
});
