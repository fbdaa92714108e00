import { useState } from 'preact/hooks';
import { AppError } from '../../../shared/contract/errors.ts';

/** Something that the server may refuse, one at a time. */
export interface Attempt {
  readonly isBusy: boolean;
  /** Why the last one failed, in words. */
  readonly failure: string | null;
  fail(words: string): void;
  /** What `work` fails with is told in words, unless it is a bug. */
  run(work: () => Promise<void>): Promise<void>;
}

/** `invalid` are the words for what fits no field; `because`, why one stands here at all. */
export function useAttempt(invalid: string, because: string | null = null): Attempt {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState(because);
  return {
    isBusy,
    failure,
    fail: setFailure,
    async run(work) {
      setBusy(true);
      setFailure(null);
      try {
        await work();
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        setFailure(error.code === 'invalid' ? invalid : error.message);
      } finally {
        setBusy(false);
      }
    },
  };
}
