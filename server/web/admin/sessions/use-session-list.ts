import { useEffect, useState } from 'preact/hooks';
import type { RecordedSession, SessionCursor, SessionFilter } from '../../../../shared/contract/session-records.ts';
import { usePanel } from '../frame/panel-context.ts';
import type { Loaded } from '../frame/use-loaded.ts';

/** Waits for a pause in typing before it asks. */
const PAUSE_MS = 250;

interface Listed {
  readonly sessions: readonly RecordedSession[];
  readonly next: SessionCursor | null;
}

/** The list for a filter, page behind page. What came for an earlier filter is dropped. */
export function useSessionList(filter: SessionFilter | undefined, newestFirst: boolean) {
  const { model } = usePanel();
  const [loaded, setLoaded] = useState<Loaded<Listed>>({ at: 'loading' });
  const [isFetching, setFetching] = useState(false);
  const [times, setTimes] = useState(0);
  const key = JSON.stringify([filter, newestFirst, times]);
  useEffect(() => {
    let isCurrent = true;
    if (filter === undefined) return undefined;
    const timer = setTimeout(() => {
      model.server.call('sessions.list', { filter, newestFirst, after: null }).then(
        (value) => isCurrent && setLoaded({ at: 'ready', value }),
        (error: unknown) => isCurrent && setLoaded({ at: 'failed', error }),
      );
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [key]);
  const more = async () => {
    if (loaded.at !== 'ready' || filter === undefined || loaded.value.next === null) return;
    setFetching(true);
    try {
      const page = await model.server.call('sessions.list', { filter, newestFirst, after: loaded.value.next });
      setLoaded((now) =>
        now === loaded
          ? { at: 'ready', value: { sessions: [...loaded.value.sessions, ...page.sessions], next: page.next } }
          : now,
      );
    } catch (error) {
      setLoaded((now) => (now === loaded ? { ...loaded, missed: error } : now));
    } finally {
      setFetching(false);
    }
  };
  return { loaded, isFetching, more, reload: () => setTimes(times + 1) };
}
