import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ComponentChildren, Ref } from 'preact';
import { Button } from './button.tsx';
import { useComponentTexts } from './component-texts.ts';
import { isComposing } from './is-composing.ts';
import { TextLimitNote, useTextLimit } from './text-limit.tsx';
import './composer.css';

type ComposerProps = {
  /** The accessible name and the placeholder: "Reply to Marta". */
  label: string;
  value: string;
  onValue: (value: string) => void;
  /** Gets the text without blanks around it; never an empty one. The caller clears `value`. */
  onSend: (text: string) => void;
  /** Called with every change by hand, for "Marta is writing"; the caller thins it out. */
  onTyping?: (() => void) | undefined;
  /** ArrowUp in an empty field: bring back the own last text. */
  onRecall?: (() => void) | undefined;
  /** A key the field does not use itself; `preventDefault` keeps it from the field (the `/` menu). */
  onOtherKey?: ((event: KeyboardEvent) => void) | undefined;
  /** A list above that these keys move in: its id, and the id of what is meant in it. */
  popup?: { list: string; current: string } | undefined;
  /** Why nothing can be written now; stands in the field's place. */
  disabledReason?: string | undefined;
  /** The text goes to reps only: the same dashes as their notes. */
  repsOnly?: boolean | undefined;
  /** At the left below the text: who is addressed. */
  audience?: ComponentChildren;
  /** Icon buttons before Send: attach, replies, picture, microphone. */
  tools?: ComponentChildren;
  maxLength?: number | undefined;
  inputRef?: Ref<HTMLTextAreaElement> | undefined;
};

const MAX_HEIGHT_PX = 160;

/** Where a message is written: Enter sends, Shift+Enter makes a line, Esc leaves the field. */
export function Composer(props: ComposerProps) {
  const { label, value, onValue, onSend, disabledReason, repsOnly, audience, tools } = props;
  const texts = useComponentTexts();
  const own = useRef<HTMLTextAreaElement>(null);
  const most = props.maxLength ?? 4000;
  const limit = useTextLimit(value, most);
  const send = () => {
    const text = value.trim();
    // What was put in by a key or a button may be longer than what can be typed.
    if (text !== '' && text.length <= most) onSend(text);
  };

  useLayoutEffect(() => {
    if (own.current !== null) growWithText(own.current);
  }, [value]);

  if (disabledReason !== undefined)
    return (
      <div class="rh-composer rh-composer-closed">
        <p role="status">{disabledReason}</p>
      </div>
    );
  return (
    <form
      class="rh-composer"
      data-reps-only={repsOnly === true}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={(element) => {
          own.current = element;
          if (typeof props.inputRef === 'function') props.inputRef(element);
          else if (props.inputRef) props.inputRef.current = element;
        }}
        class="rh-composer-text"
        dir="auto"
        rows={1}
        aria-label={label}
        aria-autocomplete={props.popup === undefined ? undefined : 'list'}
        aria-controls={props.popup?.list}
        aria-activedescendant={props.popup?.current}
        placeholder={label}
        maxLength={most}
        value={value}
        onPaste={limit.onPaste}
        onInput={(event) => {
          limit.onInput(event);
          onValue(event.currentTarget.value);
          props.onTyping?.();
        }}
        onKeyDown={(event) => handleKey(event, props, send)}
      />
      <TextLimitNote note={limit.note} />
      <div class="rh-composer-row">
        <div class="rh-composer-audience">{audience}</div>
        {tools}
        <Button type="submit" kind="primary">
          {texts.send}
        </Button>
      </div>
    </form>
  );
}

function handleKey(
  event: KeyboardEvent & { currentTarget: HTMLTextAreaElement },
  props: ComposerProps,
  send: () => void,
): void {
  // While an input method composes (Korean, Japanese), Enter accepts its proposal and must not send.
  if (isComposing(event)) return;
  const isBare = !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey;
  props.onOtherKey?.(event);
  if (event.defaultPrevented) return;
  if (event.key === 'Enter' && isBare) {
    event.preventDefault();
    send();
  } else if (event.key === 'Escape') event.currentTarget.blur();
  else if (event.key === 'ArrowUp' && isBare && props.value === '') props.onRecall?.();
}

function growWithText(element: HTMLTextAreaElement): void {
  element.style.height = 'auto';
  // Behind a question the field is not drawn and measures nothing; it must not come back without a height.
  if (element.scrollHeight === 0) return;
  element.style.height = `${Math.min(element.scrollHeight, MAX_HEIGHT_PX)}px`;
}
