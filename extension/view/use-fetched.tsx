import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import type { AppError } from '../../shared/contract/errors.ts';
import { fetchedTexts as words } from '../texts/fetched-en.ts';
import type { Answered } from './orders.ts';
import { useView } from './view-context.ts';

/** What a part of the page shows of the server. */
export interface Fetched<Value> {
  /** What came last; it stays when it cannot be brought up to date. */
  readonly value: Value | undefined;
  /** Why the last question brought nothing; `undefined` while one is on its way, and after an answer. */
  readonly failure: AppError | undefined;
  again(): void;
  /** Shows something newer than what was fetched. */
  replace(value: Value): void;
}

/**
 * Asks whenever one of `occasions` changes, and again by itself when the link to the server is back. No toast tells of a failure,
 * because nobody pressed anything: it stands where the answer would, with a button (see {@link FetchedState}).
 */
export function useFetched<Value>(ask: () => Promise<Answered<Value>>, occasions: readonly unknown[]): Fetched<Value> {
  const { desk } = useView();
  const [value, setValue] = useState<Value>();
  const [failure, setFailure] = useState<AppError>();
  const [times, setTimes] = useState(0);
  const isOnline = desk.link.value.at === 'online';
  useEffect(() => {
    if (!isOnline) return undefined;
    let isHere = true;
    setFailure(undefined);
    void ask().then((answered) => {
      if (!isHere) return;
      if (answered.failure === undefined) setValue(answered.answer);
      setFailure(answered.failure);
    });
    return () => {
      isHere = false;
    };
  }, [...occasions, isOnline, times]);
  return {
    value,
    failure,
    again: () => setTimes((before) => before + 1),
    replace: setValue,
  };
}

/** In the place of something that is on its way or cannot be had, and above what may be old; nothing where all is well. */
export function FetchedState({
  fetched: { value, failure, again },
  label,
  rows,
}: {
  fetched: Pick<Fetched<unknown>, 'value' | 'failure' | 'again'>;
  /** Read aloud while it comes: "Loading the report". */
  label: string;
  rows?: number;
}) {
  const { desk } = useView();
  if (failure !== undefined)
    return (
      <Notice
        kind={value === undefined ? 'danger' : 'wait'}
        title={value === undefined ? words.missing : words.mayBeOld}
        action={<Button onClick={again}>{words.again}</Button>}
        alert
      >
        {failure.message}
      </Notice>
    );
  if (value !== undefined) return null;
  // The notice above says why there is no link; here it is said what follows from it.
  if (desk.link.value.at === 'lost') return <p class="rh-soft">{words.whenBack}</p>;
  return <Skeleton label={label} rows={rows} />;
}
