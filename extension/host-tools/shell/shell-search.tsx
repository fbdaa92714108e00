import { ArrowDown, ArrowUp, X } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from '../../../shared/ui/icon-button.tsx';
import { shellTexts } from '../../texts/host-shell-en.ts';
import type { ShellTerminal } from './shell-terminal.ts';

const words = shellTexts.search;

/** Looks for words in what a command line has shown. Enter goes on, Shift and Enter back, Esc ends it. */
export function ShellSearch({ terminal, onClose }: { terminal: ShellTerminal; onClose: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [sought, setSought] = useState('');
  const [isFound, setFound] = useState(true);
  useEffect(() => field.current?.focus(), [terminal]);
  const look = (text: string, way: 'next' | 'previous', incremental = false) => {
    if (text === '') return setFound(true);
    const found = way === 'next' ? terminal.search.findNext(text, { incremental }) : terminal.search.findPrevious(text);
    setFound(found);
  };
  return (
    <search class="ext-shell-search">
      <input
        ref={field}
        class="rh-input"
        type="search"
        value={sought}
        aria-label={words.label}
        placeholder={words.label}
        onInput={({ currentTarget: { value } }) => {
          setSought(value);
          look(value, 'next', true);
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') onClose();
          if (event.key === 'Enter') look(sought, event.shiftKey ? 'previous' : 'next');
        }}
      />
      <IconButton icon={ArrowUp} label={words.previous} onClick={() => look(sought, 'previous')} />
      <IconButton icon={ArrowDown} label={words.next} onClick={() => look(sought, 'next')} />
      <IconButton icon={X} label={words.close} onClick={onClose} />
      <span role="status">{isFound ? '' : words.none}</span>
    </search>
  );
}
