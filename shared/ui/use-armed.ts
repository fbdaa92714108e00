import { useEffect, useRef, useState } from 'preact/hooks';
import type { Clock } from './clock.ts';

/**
 * False for the first `delayMs` after `question` appeared, then true: a press that was on its way to something else
 * must not answer a question that nobody could have read. A new question disarms at once, in the same drawing.
 */
export function useArmed(question: string, delayMs: number, clock: Clock): boolean {
  const [armedFor, setArmedFor] = useState<string>();
  const shownSince = useRef({ question, atMs: clock.now() });
  if (shownSince.current.question !== question) shownSince.current = { question, atMs: clock.now() };

  useEffect(() => {
    const wait = shownSince.current.atMs + delayMs - clock.now();
    const callOff = clock.after(Math.max(0, wait), () => setArmedFor(question));
    return () => {
      callOff();
      setArmedFor(undefined);
    };
  }, [question, delayMs, clock]);

  return armedFor === question;
}
