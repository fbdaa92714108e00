import { ChevronDown, X } from 'lucide';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Field } from './field.tsx';
import type { FieldWords } from './field.tsx';
import { fitsTyped } from './fits-typed.ts';
import { Icon } from './icon.tsx';
import { isComposing } from './is-composing.ts';
import { safeName } from './safe-text.ts';
import type { Choice } from './select.tsx';
import './combobox.css';

type ComboboxProps<Value extends string> = FieldWords & {
  /** What is chosen; `null` for nothing. */
  value: Value | null;
  /** The words of what is chosen, which need not be among the choices any more. */
  valueLabel: string;
  onValue: (value: Value | null) => void;
  choices: readonly Choice<Value>[];
  placeholder: string;
  /** Says in the list that nothing fits what was typed. */
  nothingFits: string;
  /** The name of the button that chooses nothing. */
  clear: string;
};

/** One of many, found by typing: arrows move in the list, Enter takes, Esc leaves what was there. */
export function Combobox<Value extends string>(props: ComboboxProps<Value>) {
  const { label, hint, error, optional, labelUnseen, value, valueLabel, onValue, choices } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  /** `undefined` while the list is shut. */
  const [typed, setTyped] = useState<string>();
  const [at, setAt] = useState(0);
  const isOpen = typed !== undefined;
  const found = isOpen ? choices.filter((choice) => fitsTyped(choice.label, typed)) : [];
  const current = Math.min(at, found.length - 1);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, typed, current]);

  const type = (text: string) => {
    setTyped(text);
    setAt(0);
  };
  const open = () => {
    if (isOpen) return;
    setTyped('');
    setAt(
      Math.max(
        0,
        choices.findIndex((choice) => choice.value === value),
      ),
    );
  };
  const take = (choice: Choice<Value> | undefined) => {
    if (choice !== undefined) onValue(choice.value);
    setTyped(undefined);
  };
  const move = (step: 1 | -1) => (isOpen ? setAt((current + step + found.length) % Math.max(1, found.length)) : open());
  const keys: Record<string, () => void> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    ...(isOpen ? { Enter: () => take(found[current]), Escape: () => setTyped(undefined) } : {}),
  };
  const press = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
    if (act === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    // Handled: Enter would send the form, and Esc would shut what lies below.
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <Field {...{ label, hint, error, optional, labelUnseen }}>
      {(control) => (
        <span class="rh-combobox">
          <input
            {...control}
            ref={input}
            class="rh-input"
            type="text"
            role="combobox"
            dir="auto"
            autocomplete="off"
            spellcheck={false}
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={`${id}-list`}
            aria-activedescendant={found.length === 0 ? undefined : `${id}-${current}`}
            placeholder={isOpen && valueLabel !== '' ? safeName(valueLabel) : props.placeholder}
            value={typed ?? safeName(valueLabel)}
            onInput={(event) => type(event.currentTarget.value)}
            onClick={open}
            onKeyDown={press}
            onBlur={() => setTyped(undefined)}
          />
          {value === null ? (
            <Icon icon={ChevronDown} size={16} />
          ) : (
            <button
              type="button"
              class="rh-combobox-clear"
              aria-label={props.clear}
              title={props.clear}
              onClick={() => {
                onValue(null);
                input.current?.focus();
              }}
            >
              <Icon icon={X} size={16} />
            </button>
          )}
          <div ref={list} id={`${id}-list`} class="rh-combobox-list" role="listbox" aria-label={label} hidden={!isOpen}>
            {found.map((choice, place) => (
              <div
                key={choice.value}
                id={`${id}-${place}`}
                class="rh-combobox-choice"
                role="option"
                aria-selected={place === current}
                // Not a click: that would take the focus out of the field first, and shut the list.
                onPointerDown={(event) => {
                  event.preventDefault();
                  take(choice);
                }}
              >
                {safeName(choice.label)}
              </div>
            ))}
            {isOpen && found.length === 0 && (
              <div class="rh-combobox-none" role="option" aria-selected={false} aria-disabled="true">
                {props.nothingFits}
              </div>
            )}
          </div>
        </span>
      )}
    </Field>
  );
}
