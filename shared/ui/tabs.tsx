import { useId } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { Badge } from './badge.tsx';
import { neighbourByArrow } from './arrow-keys.ts';
import { ariaKeys, drawnKeys } from './this-keyboard.ts';
import './tabs.css';

/** One tab. `count` is something new in it. */
export type TabItem<Key extends string> = { key: Key; label: string; count?: number | undefined; keyHint?: string };

type TabsProps<Key extends string> = {
  label: string;
  tabs: readonly TabItem<Key>[];
  value: Key;
  onValue: (key: Key) => void;
  /** `quiet` counts are sizes ("Members 12"); `accent` ones are news. Accent unless said. */
  countKind?: 'accent' | 'quiet' | undefined;
  /** At the right end: the session's clock. */
  aside?: ComponentChildren;
  /** The shown panel; it fills the room below when its box is a column. */
  children: ComponentChildren;
};

/** A row of tabs and the panel of the current one. Arrow keys move, Home and End go to the ends. */
export function Tabs<Key extends string>(props: TabsProps<Key>) {
  const { label, tabs, value, onValue, countKind = 'accent', aside, children } = props;
  const id = useId();
  const keys = tabs.map((tab) => tab.key);
  const move = (event: KeyboardEvent) => {
    const next = neighbourByArrow(keys, value, event, 'row');
    if (next === undefined) return;
    event.preventDefault();
    onValue(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };
  return (
    <>
      <div class="rh-tabs">
        <div class="rh-tabs-list" role="tablist" aria-label={label} onKeyDown={move}>
          {tabs.map((tab) => (
            <button
              key={tab.key}
              type="button"
              id={`${id}-${tab.key}`}
              class="rh-tab"
              role="tab"
              aria-selected={tab.key === value}
              aria-controls={tab.key === value ? `${id}-panel` : undefined}
              tabIndex={tab.key === value ? 0 : -1}
              title={tab.keyHint === undefined ? undefined : drawnKeys(tab.keyHint)}
              aria-keyshortcuts={tab.keyHint === undefined ? undefined : ariaKeys(tab.keyHint)}
              onClick={() => onValue(tab.key)}
            >
              {tab.label}
              {tab.count !== undefined && tab.count > 0 && <Badge count={tab.count} kind={countKind} />}
            </button>
          ))}
        </div>
        {aside !== undefined && <div class="rh-tabs-aside">{aside}</div>}
      </div>
      <div id={`${id}-panel`} class="rh-tab-panel" role="tabpanel" aria-labelledby={`${id}-${value}`}>
        {children}
      </div>
    </>
  );
}
