import { useState } from 'preact/hooks';
import { errorWords } from '../error-words.ts';

/** One thing at a time on its way to the server. */
export interface Sending {
  readonly isBusy: boolean;
  /** Why the last one failed, in words. */
  readonly failure: string | undefined;
  /** Runs `work` unless something is on its way. `onError` may take an error as its own by returning true. */
  run(work: () => Promise<void>, onError?: (error: unknown) => boolean): Promise<void>;
}

export function useSending(): Sending {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  return {
    isBusy,
    failure,
    async run(work, onError) {
      if (isBusy) return;
      setBusy(true);
      setFailure(undefined);
      try {
        await work();
      } catch (error) {
        if (onError?.(error) !== true) setFailure(errorWords(error));
      } finally {
        setBusy(false);
      }
    },
  };
}
