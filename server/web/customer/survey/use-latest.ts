import { useRef } from 'preact/hooks';
import { useAction } from '../use-action.ts';

/** Sends what was wanted last: what is chosen while something is on its way goes next, and what was in between never. */
export function useLatest<Wanted>(send: (wanted: Wanted) => Promise<void>) {
  const action = useAction();
  const next = useRef<{ readonly wanted: Wanted } | undefined>(undefined);
  return {
    ...action,
    run(wanted: Wanted) {
      next.current = { wanted };
      action.run(async () => {
        for (let one = next.current; one !== undefined; one = next.current) {
          next.current = undefined;
          await send(one.wanted);
        }
      });
    },
  };
}
