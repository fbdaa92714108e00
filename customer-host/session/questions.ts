/** The one question that can stand on the customer's desktop: when it may come, what was answered, and how it goes away. */
import type { ConsentScope, StandingAsk } from '../../shared/contract/consent.ts';
import type { Launch } from '../../shared/contract/launch.ts';
import { createQuestionPace } from './question-pace.ts';

/** To see or control, for a time; or to open one thing, now. */
export type Question =
  { readonly about: 'consent'; readonly ask: StandingAsk } | { readonly about: 'launch'; readonly launch: Launch };

export interface QuestionPorts {
  readonly now: () => number;
  /** Shows it on the desktop. Rejects when it was taken away by the signal, or could not be shown. */
  readonly show: (question: Question, signal: AbortSignal) => Promise<'yes' | 'no'>;
  /** It stands there now; `undefined`: none does any more. */
  readonly onStanding: (question: Question | undefined) => void;
  /** Called after the question has gone from the desktop. */
  readonly onAnswer: (question: Question, answer: 'yes' | 'no') => void;
}

export interface Questions {
  /** Asks as soon as it may be asked. Whatever was asked before is forgotten. */
  ask(question: Question): void;
  /** The customer has said no to it elsewhere. */
  refusedElsewhere(scope: ConsentScope): void;
  /** It is not wanted any more. */
  forget(): void;
}

export function createQuestions({ now, show, onStanding, onAnswer }: QuestionPorts): Questions {
  const pace = createQuestionPace(now);
  let standing: AbortController | undefined;

  async function put(question: Question): Promise<void> {
    const asking = new AbortController();
    standing = asking;
    onStanding(question);
    let answer: 'yes' | 'no';
    try {
      answer = await show(question, asking.signal);
    } catch (error) {
      if (asking.signal.aborted) return;
      // Without a window there is nobody to say yes: that is a no.
      console.error('The question could not be shown:', error instanceof Error ? error.message : '');
      answer = 'no';
    }
    if (standing !== asking) return;
    standing = undefined;
    if (answer === 'no') pace.refused(subjectOf(question));
    onAnswer(question, answer);
  }

  function forget(): void {
    pace.cancel();
    if (standing === undefined) return;
    standing.abort(new Error('The question was taken back.'));
    standing = undefined;
    onStanding(undefined);
  }

  return {
    ask(question) {
      forget();
      pace.next(subjectOf(question), () => void put(question));
    },
    refusedElsewhere(scope) {
      pace.refused(scope);
      forget();
    },
    forget,
  };
}

/** What a No is remembered by. */
function subjectOf(question: Question): ConsentScope | 'launch' {
  return question.about === 'consent' ? question.ask.scope : 'launch';
}
