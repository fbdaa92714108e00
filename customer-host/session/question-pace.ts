/** How often the customer can be asked, whatever a representative or the server does: each question takes the keyboard. */

/** After a No, in milliseconds. Shorter than the server's own pause, so that no question that it lets pass waits. */
const AFTER_NO_MS = 20_000;
/** Between two questions, however the first one ended. */
const BETWEEN_MS = 1000;

export interface QuestionPace {
  /** Calls `show` as soon as there may be a question, now or later. A newer one takes the place of one that waits. */
  next(show: () => void): void;
  /** The customer has said no. */
  refused(): void;
  /** The question that waits is not wanted any more. */
  cancel(): void;
}

export function createQuestionPace(now: () => number): QuestionPace {
  let notBefore = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    next(show) {
      clearTimeout(timer);
      const go = () => {
        notBefore = now() + BETWEEN_MS;
        show();
      };
      const waitMs = notBefore - now();
      if (waitMs <= 0) go();
      else timer = setTimeout(go, waitMs);
    },
    refused() {
      notBefore = now() + AFTER_NO_MS;
    },
    cancel: () => clearTimeout(timer),
  };
}
