import { useEffect, useRef, useState } from 'preact/hooks';
import { errorWords } from './safe-error.ts';

/** One thing that a person asked the server to do. */
export interface Action {
  readonly isBusy: boolean;
  /** Why the last try did not work, in words; gone with the next try. */
  readonly failure: string | undefined;
  /** Does it, unless it is being done already. */
  run(work: () => Promise<void>): void;
  /** What went wrong is mended: the words go. */
  forget(): void;
}

/** Keeps a button's business: busy while the server is asked, and the words when it says no. */
export function useAction(): Action {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const isHere = useRef(true);
  const isRunning = useRef(false);
  useEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );

  async function run(work: () => Promise<void>): Promise<void> {
    if (isRunning.current) return;
    isRunning.current = true;
    setBusy(true);
    setFailure(undefined);
    try {
      await work();
    } catch (error) {
      const words = errorWords(error);
      if (isHere.current) setFailure(words);
    } finally {
      isRunning.current = false;
      // What was asked for may have taken this part of the page away.
      if (isHere.current) setBusy(false);
    }
  }

  return { isBusy, failure, run: (work) => void run(work), forget: () => setFailure(undefined) };
}
