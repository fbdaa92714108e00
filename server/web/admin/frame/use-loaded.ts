import { useEffect, useRef, useState } from 'preact/hooks';

/** What comes from the server: on its way, not to be had (and why), or there. */
export type Loaded<Value> =
  | { readonly at: 'loading' }
  | { readonly at: 'failed'; readonly error: unknown }
  /** `missed`: why the last look again brought nothing; what stands may be old. */
  | { readonly at: 'ready'; readonly value: Value; readonly missed?: unknown };

/** Something that can be asked for again. */
export interface Reloading {
  readonly reload: () => void;
  /** Whether an answer is still to come. */
  readonly isAsking: () => boolean;
}

/** Asks once for each `key`; `reload` asks again and keeps what stands, also when nothing comes. */
export function useLoaded<Value>(
  ask: () => Promise<Value>,
  key: string,
): Reloading & { readonly loaded: Loaded<Value>; readonly replace: (value: Value) => void } {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ at: 'loading' });
  const [times, setTimes] = useState(0);
  const asking = useRef(false);
  const keyOfValue = useRef<string | undefined>(undefined);
  useEffect(() => {
    let isCurrent = true;
    asking.current = true;
    const settle = (next: (before: Loaded<Value>) => Loaded<Value>) => {
      if (!isCurrent) return;
      asking.current = false;
      setLoaded(next);
    };
    ask().then(
      (value) =>
        settle(() => {
          keyOfValue.current = key;
          return { at: 'ready', value };
        }),
      (error: unknown) =>
        settle((before) => {
          // A look again that fails takes nothing away: somebody may be working on what stands there.
          const isShown = before.at === 'ready' && keyOfValue.current === key;
          return isShown ? { ...before, missed: error } : { at: 'failed', error };
        }),
    );
    return () => {
      isCurrent = false;
      asking.current = false;
    };
  }, [key, times]);
  return {
    loaded,
    reload: () => setTimes((before) => before + 1),
    isAsking: () => asking.current,
    replace: (value) => setLoaded({ at: 'ready', value }),
  };
}
