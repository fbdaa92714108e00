import { useEffect } from 'preact/hooks';
import type { CustomerModel } from '../customer-model.ts';

/** Tells that the log has been read up to its end, whenever it grows or comes back into sight. */
export function useReadMark(model: CustomerModel): void {
  const entries = model.entries.value;
  useEffect(() => {
    const mark = () => {
      if (!document.hidden) model.markRead();
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [model, entries]);
}
