import { useEffect } from 'preact/hooks';
import type { CustomerModel } from '../customer-model.ts';

/** Tells that the log has been read up to its end, whenever it grows, or page or link come back. */
export function useReadMark(model: CustomerModel): void {
  const entries = model.entries.value;
  const isLinked = model.link.value.at === 'open';
  useEffect(() => {
    const mark = () => {
      if (isLinked && !document.hidden) model.markRead();
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [model, entries, isLinked]);
}
