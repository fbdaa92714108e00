import { useEffect, useState } from 'preact/hooks';

/** A program that starts at all has started long before. */
const LATE_AFTER_MS = 60_000;

/** Whether something that is on its way has been so for a minute. */
export function useLateness(isOnItsWay: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!isOnItsWay) return undefined;
    const timer = setTimeout(() => setLate(true), LATE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isOnItsWay]);
  return isLate;
}
