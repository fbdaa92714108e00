import { Badge } from './badge.tsx';
import { useComponentTexts } from './component-texts.ts';
import { Icon } from './icon.tsx';
import type { IconNode } from './icon.tsx';
import { ariaKeys } from './this-keyboard.ts';
import { Tooltip } from './tooltip.tsx';
import './nav-row.css';

/** One room of the panel. */
export type NavItem<Key extends string> = {
  key: Key;
  label: string;
  icon: IconNode;
  count?: number | undefined;
  keyHint?: string | undefined;
  /** Stands at the right end, apart from the others: Settings. */
  atEnd?: boolean | undefined;
};

type NavRowProps<Key extends string> = {
  items: readonly NavItem<Key>[];
  value: Key;
  onValue: (key: Key) => void;
};

/** The rooms of the panel as icons; the current one shows its word, where there is room. */
export function NavRow<Key extends string>({ items, value, onValue }: NavRowProps<Key>) {
  const texts = useComponentTexts();
  return (
    <nav class="rh-nav-row" data-many={items.length > 6} aria-label={texts.sections}>
      {items.map((item) => {
        const isCurrent = item.key === value;
        return (
          <span key={item.key} class="rh-nav-row-item" data-at-end={item.atEnd === true}>
            <Tooltip text={item.label} keyHint={item.keyHint}>
              <button
                type="button"
                class="rh-nav-row-button"
                aria-keyshortcuts={item.keyHint === undefined ? undefined : ariaKeys(item.keyHint)}
                aria-current={isCurrent ? 'page' : undefined}
                onClick={() => onValue(item.key)}
              >
                <Icon icon={item.icon} size={18} />
                <span class={isCurrent ? 'rh-nav-row-word' : 'rh-unseen'}>{item.label}</span>
                {item.count !== undefined && item.count > 0 && <Badge count={item.count} kind="quiet" />}
              </button>
            </Tooltip>
          </span>
        );
      })}
    </nav>
  );
}
