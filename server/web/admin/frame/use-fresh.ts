import { useEffect, useRef } from 'preact/hooks';
import { usePanel } from './panel-context.ts';
import type { Reloading } from './use-loaded.ts';

const USUAL_MS = 15_000;

/**
 * Asks again every 15 seconds, or as often as said, while the page can be seen, and when it comes back into sight. Not while an
 * answer is still to come, nor while somebody has to sign in again: such calls would wait, and all be sent at once.
 */
export function useFresh(asked: Reloading, everyMs = USUAL_MS): void {
  const { model } = usePanel();
  const latest = useRef(asked);
  latest.current = asked;
  useEffect(() => {
    const look = () => {
      const isHeld = document.visibilityState !== 'visible' || model.hasRunOut.peek();
      if (!isHeld && !latest.current.isAsking()) latest.current.reload();
    };
    const timer = setInterval(look, everyMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
}
