/** How often the customer can be asked, whatever a representative or the server does: each question takes the keyboard. */
import type { ConsentScope } from '../../shared/contract/consent.ts';

/** What a question is about. */
type Subject = ConsentScope | 'launch' | 'action';

/** After a No to a scope, in milliseconds. Shorter than the server's own pause for it, so that no question that it lets pass waits. */
const AFTER_NO_MS = 20_000;
/** Between two questions, whatever they are about and however the first one ended. */
const BETWEEN_MS = 1000;

export interface QuestionPace {
  /** Calls `show` as soon as there may be a question about `subject`, now or later. A newer one takes the place of one that waits. */
  next(subject: Subject, show: () => void): void;
  /** The customer has said no to `subject`. */
  refused(subject: Subject): void;
  /** The question that waits is not wanted any more. */
  cancel(): void;
}

export function createQuestionPace(now: () => number): QuestionPace {
  const refusedUntil = new Map<Subject, number>();
  let notBefore = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    next(subject, show) {
      clearTimeout(timer);
      const go = () => {
        notBefore = now() + BETWEEN_MS;
        show();
      };
      const waitMs = Math.max(notBefore, refusedUntil.get(subject) ?? -Infinity) - now();
      if (waitMs <= 0) go();
      else timer = setTimeout(go, waitMs);
    },
    refused(subject) {
      refusedUntil.set(subject, now() + AFTER_NO_MS);
    },
    cancel: () => clearTimeout(timer),
  };
}
