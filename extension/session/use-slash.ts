import { useId, useState } from 'preact/hooks';
import type { SharedItem } from '../../shared/contract/shared-item.ts';
import { optionId } from './slash-list.tsx';
import { slashOffers, slashWord } from './slash-menu.ts';
import type { SlashOffer } from './slash-menu.ts';

/** The `/` list over a text: what it offers now, and the keys that it takes from the text field. */
export function useSlash(text: string, items: readonly SharedItem[], pick: (offer: SlashOffer) => void) {
  const id = useId();
  const [closedAt, setClosedAt] = useState<string>();
  const [place, setPlace] = useState({ text: '', index: 0 });
  const word = slashWord(text);
  const offers = word === undefined || text === closedAt ? [] : slashOffers(items, word);
  // Each key typed makes another list, which begins at its top.
  const current = place.text === text ? Math.min(place.index, offers.length - 1) : 0;

  const move = (by: number) => setPlace({ text, index: (current + by + offers.length) % offers.length });
  const keys: Record<string, () => void> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Escape: () => setClosedAt(text),
    Enter: () => pickCurrent(),
    Tab: () => pickCurrent(),
  };
  const pickCurrent = () => {
    const offer = offers[current];
    if (offer !== undefined) pick(offer);
  };
  return {
    id,
    offers,
    current,
    /** What the text field says of the list; `undefined` while there is none. */
    popup: offers.length === 0 ? undefined : { list: id, current: optionId(id, current) },
    onKey(event: KeyboardEvent) {
      const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
      const isBare = !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey;
      if (offers.length === 0 || act === undefined || !isBare) return;
      event.preventDefault();
      act();
    },
  };
}
