import { useEffect, useState } from 'preact/hooks';

/** What comes from the server: on its way, not to be had (and why), or there. */
export type Loaded<Value> =
  | { readonly at: 'loading' }
  | { readonly at: 'failed'; readonly error: unknown }
  | { readonly at: 'ready'; readonly value: Value };

/** Asks once for each `key`; `reload` asks again and keeps what stands until the answer is there. */
export function useLoaded<Value>(
  ask: () => Promise<Value>,
  key: string,
): { readonly loaded: Loaded<Value>; readonly reload: () => void; readonly replace: (value: Value) => void } {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ at: 'loading' });
  const [times, setTimes] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    ask().then(
      (value) => isCurrent && setLoaded({ at: 'ready', value }),
      (error: unknown) => isCurrent && setLoaded({ at: 'failed', error }),
    );
    return () => {
      isCurrent = false;
    };
  }, [key, times]);
  return {
    loaded,
    reload: () => setTimes(times + 1),
    replace: (value) => setLoaded({ at: 'ready', value }),
  };
}
