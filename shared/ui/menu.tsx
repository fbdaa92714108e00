import { ChevronDown } from 'lucide';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { neighbourByArrow } from './arrow-keys.ts';
import { Icon } from './icon.tsx';
import type { IconNode } from './icon.tsx';
import { ariaKeys } from './this-keyboard.ts';
import { Tooltip } from './tooltip.tsx';
import './menu.css';

/** One order in a menu. `checked` makes it one of a choice. */
export type MenuItem<Key extends string> = {
  key: Key;
  label: string;
  icon?: IconNode | undefined;
  /** In place of an icon: a StatusShape. */
  mark?: ComponentChildren;
  keyHint?: string | undefined;
  checked?: boolean | undefined;
  danger?: boolean | undefined;
  /** Cannot be chosen now; its `keyHint` says why. */
  disabled?: boolean | undefined;
  /** A hairline above. */
  apart?: boolean | undefined;
};

type MenuProps<Key extends string> = {
  /** The accessible name of the button and of the menu. */
  label: string;
  items: readonly MenuItem<Key>[];
  onSelect: (key: Key) => void;
  /** What the button shows; words get an arrow after them. Without it only the arrow is drawn. */
  children?: ComponentChildren;
  /** The key that opens it. */
  keyHint?: string | undefined;
  /** A lone icon in place of words; its label becomes the tooltip. */
  icon?: IconNode | undefined;
  kind?: 'plain' | 'quiet' | 'primary' | undefined;
  size?: 'normal' | 'main' | undefined;
  /** The button is read as `label`, which begins with its words: for one of many that look alike. */
  isNamed?: boolean | undefined;
};

/** A button that opens a short list of orders. Arrows move, Enter does, Esc and a press elsewhere close. */
export function Menu<Key extends string>(props: MenuProps<Key>) {
  const { label, items, onSelect, children, icon, kind = 'quiet', size = 'normal', isNamed, keyHint } = props;
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!isOpen || list.current === null || button.current === null) return undefined;
    placeBelow(button.current, list.current);
    firstItem(list.current)?.focus();
    const closeOutside = (event: Event) => {
      // A press on the button itself is left to its own click, which closes too.
      const isInside = (element: HTMLElement | null) => event.target instanceof Node && element?.contains(event.target);
      if (isInside(list.current) !== true && isInside(button.current) !== true) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [isOpen]);

  const handleKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      // Handled: a consent sheet or dialog below must not take the same Esc as its own.
      event.preventDefault();
      event.stopPropagation();
      close();
      return;
    }
    const buttons = itemButtons(list.current);
    const current = buttons.find((element) => element === document.activeElement);
    const next = current === undefined ? buttons[0] : neighbourByArrow(buttons, current, event, 'column');
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };

  const opener = (
    <button
      ref={button}
      type="button"
      class={icon === undefined ? `rh-button rh-button-${kind} rh-button-size-${size} rh-menu-words` : 'rh-icon-button'}
      aria-label={icon !== undefined || children === undefined || isNamed === true ? label : undefined}
      aria-keyshortcuts={keyHint === undefined ? undefined : ariaKeys(keyHint)}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      aria-controls={isOpen ? id : undefined}
      onClick={() => setOpen(!isOpen)}
    >
      {icon !== undefined ? (
        <Icon icon={icon} />
      ) : (
        <span class="rh-button-face">
          {children}
          <Icon icon={ChevronDown} size={16} />
        </span>
      )}
    </button>
  );
  return (
    <span class="rh-menu">
      {icon === undefined ? (
        opener
      ) : (
        <Tooltip text={label} keyHint={keyHint}>
          {opener}
        </Tooltip>
      )}
      {isOpen && (
        <div
          ref={list}
          id={id}
          class="rh-menu-list"
          role="menu"
          aria-label={label}
          popover="manual"
          onKeyDown={handleKey}
        >
          {items.map((item) => (
            <MenuRow
              key={item.key}
              item={item}
              onSelect={() => {
                if (item.disabled === true) return;
                close();
                onSelect(item.key);
              }}
            />
          ))}
        </div>
      )}
    </span>
  );
}

function MenuRow<Key extends string>({ item, onSelect }: { item: MenuItem<Key>; onSelect: () => void }) {
  return (
    <button
      type="button"
      class="rh-menu-item"
      role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={item.checked}
      aria-disabled={item.disabled === true || undefined}
      data-danger={item.danger === true}
      data-apart={item.apart === true}
      tabIndex={-1}
      onClick={onSelect}
    >
      {item.icon !== undefined && <Icon icon={item.icon} size={16} />}
      {item.mark}
      <span class="rh-menu-item-words">{item.label}</span>
      {item.keyHint !== undefined && <span class="rh-menu-item-key">{item.keyHint}</span>}
    </button>
  );
}

function itemButtons(list: HTMLElement | null): HTMLButtonElement[] {
  return list === null ? [] : [...list.querySelectorAll<HTMLButtonElement>('button')];
}

function firstItem(list: HTMLElement): HTMLButtonElement | undefined {
  return itemButtons(list).find((element) => element.ariaChecked === 'true') ?? itemButtons(list)[0];
}

/* In the top layer, below its button, kept inside the window. */
function placeBelow(button: HTMLElement, list: HTMLElement): void {
  list.showPopover();
  const around = button.getBoundingClientRect();
  const own = list.getBoundingClientRect();
  const below = around.bottom + 4;
  list.style.top = `${below + own.height > innerHeight ? Math.max(4, around.top - 4 - own.height) : below}px`;
  list.style.left = `${Math.max(4, Math.min(around.left, innerWidth - own.width - 4))}px`;
}
