import { ChevronDown, ChevronUp, X } from 'lucide';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from '../../shared/ui/icon-button.tsx';
import { isComposing } from '../../shared/ui/is-composing.ts';
import { TextInput } from '../../shared/ui/text-input.tsx';
import { searchTexts as words } from '../texts/search-en.ts';
import { findIn, mark, unmark } from './log-search.ts';
import type { Found } from './log-search.ts';
import './search-bar.css';

type SearchBarProps = {
  /** Changes with everything that the log gains. */
  logKey: string | number;
  onClose: () => void;
};

/** Searches the log that stands beside it: next with Enter, previous with Shift+Enter, Esc closes. */
export function SearchBar({ logKey, onClose }: SearchBarProps) {
  const bar = useRef<HTMLFormElement>(null);
  const [wanted, setWanted] = useState('');
  const [found, setFound] = useState<Found>([]);
  const [now, setNow] = useState(0);

  useLayoutEffect(() => {
    const log = bar.current?.parentElement?.querySelector('[role="log"]');
    const places = log === null || log === undefined ? [] : findIn(log, wanted);
    setFound(places);
    // The newest first: that is what people look for, and where the log stands.
    setNow(Math.max(0, places.length - 1));
  }, [wanted, logKey]);
  useEffect(() => mark(found, now), [found, now]);
  useEffect(() => {
    bar.current?.querySelector('input')?.focus();
    return unmark;
  }, []);
  useEffect(() => {
    const form = bar.current;
    const take = (event: KeyboardEvent) => {
      if (isComposing(event)) return;
      if (event.key === 'Escape') onClose();
      else if (event.key === 'Enter' && event.shiftKey) step(1);
      else return;
      event.preventDefault();
    };
    form?.addEventListener('keydown', take);
    return () => form?.removeEventListener('keydown', take);
  });

  const step = (by: 1 | -1) => {
    if (found.length > 0) setNow((now + by + found.length) % found.length);
  };
  return (
    <form
      ref={bar}
      class="ext-search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        step(-1);
      }}
    >
      <TextInput
        label={words.label}
        labelUnseen
        value={wanted}
        onValue={setWanted}
        maxLength={200}
        autocomplete="off"
      />
      <span class="ext-search-count rh-numbers" role="status">
        {wanted.trim() === '' ? '' : words.count(found.length === 0 ? 0 : now + 1, found.length)}
      </span>
      <IconButton icon={ChevronUp} label={words.earlier} keyHint="Enter" onClick={() => step(-1)} />
      <IconButton icon={ChevronDown} label={words.later} keyHint="Shift Enter" onClick={() => step(1)} />
      <IconButton icon={X} label={words.close} keyHint="Esc" onClick={onClose} />
    </form>
  );
}
