import { useEffect, useRef } from 'preact/hooks';

const EVERY_MS = 15_000;

/** Calls `reload` every 15 seconds while the page can be seen, and when it comes back into sight. */
export function useFresh(reload: () => void): void {
  const latest = useRef(reload);
  latest.current = reload;
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') latest.current();
    };
    const timer = setInterval(look, EVERY_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
}
