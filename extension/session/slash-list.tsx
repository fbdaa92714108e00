import { Globe, MessageSquareText } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import type { ReplyNames } from '../../shared/contract/shared-item.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import { OutsideText } from '../../shared/ui/outside-text.tsx';
import { safeText } from '../../shared/ui/safe-text.ts';
import { shortcutTexts } from '../texts/shortcuts-en.ts';
import { insertOf } from './slash-menu.ts';
import type { SlashOffer } from './slash-menu.ts';
import './slash-list.css';

type SlashListProps = {
  id: string;
  offers: readonly SlashOffer[];
  current: number;
  names: ReplyNames;
  onPick: (offer: SlashOffer) => void;
};

/** Above the composer while a `/` is being typed. The text field keeps the focus; its keys move here. */
export function SlashList({ id, offers, current, names, onPick }: SlashListProps) {
  const list = useRef<HTMLDivElement>(null);
  // What is meant stays in sight: nothing else scrolls the list for who moves in it by keys.
  useEffect(() => list.current?.children[current]?.scrollIntoView({ block: 'nearest' }), [current]);
  return (
    <div ref={list} id={id} class="ext-slash" role="listbox" aria-label={shortcutTexts.offers}>
      {offers.map((offer, index) => (
        <div
          key={offer.id}
          id={optionId(id, index)}
          class="ext-slash-offer"
          role="option"
          aria-selected={index === current}
          // Not a click: that would take the focus out of the text first.
          onPointerDown={(event) => {
            event.preventDefault();
            onPick(offer);
          }}
        >
          <Icon icon={offer.kind === 'reply' ? MessageSquareText : Globe} size={16} />
          <span class="ext-slash-words">
            <span class="ext-slash-name">
              <OutsideText text={offer.name} />
              {offer.kind === 'reply' && <span class="rh-faint">/{offer.word}</span>}
            </span>
            <span class="ext-slash-text" title={safeText(insertOf(offer, names))}>
              <OutsideText text={insertOf(offer, names)} />
            </span>
          </span>
        </div>
      ))}
    </div>
  );
}

/** The id of one offer, by which the text field says which is meant. */
export function optionId(list: string, index: number): string {
  return `${list}-${index}`;
}
