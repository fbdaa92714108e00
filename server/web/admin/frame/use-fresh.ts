import { useEffect, useRef } from 'preact/hooks';

const USUAL_MS = 15_000;

/** Calls `reload` every 15 seconds, or as often as said, while the page can be seen, and when it comes back into sight. */
export function useFresh(reload: () => void, everyMs = USUAL_MS): void {
  const latest = useRef(reload);
  latest.current = reload;
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') latest.current();
    };
    const timer = setInterval(look, everyMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
}
