import { CircleAlert } from 'lucide';
import { useState } from 'preact/hooks';
import { useComponentTexts } from './component-texts.ts';
import { Icon } from './icon.tsx';
import './field.css';

/** What a field of many lines says at its end: browsers cut there without a word. */
export interface TextLimit {
  /** `undefined` while there is room. */
  readonly note: string | undefined;
  /** Hears of a paste before the browser cuts it. */
  onPaste(event: ClipboardEvent & { currentTarget: HTMLTextAreaElement }): void;
  onInput(event: Event): void;
}

/** `most` characters fit; without it there is no end. */
export function useTextLimit(value: string, most: number | undefined): TextLimit {
  const words = useComponentTexts().limit;
  const [missing, setMissing] = useState(0);
  return {
    note: noteOf(),
    onPaste({ clipboardData, currentTarget: field }) {
      if (most === undefined) return;
      const pasted = (clipboardData?.getData('text/plain') ?? '').replaceAll('\r\n', '\n');
      const kept = field.value.length - (field.selectionEnd - field.selectionStart);
      setMissing(Math.max(0, pasted.length - Math.max(0, most - kept)));
    },
    onInput(event) {
      if (!('inputType' in event) || event.inputType !== 'insertFromPaste') setMissing(0);
    },
  };

  function noteOf(): string | undefined {
    if (most === undefined || value.length < most) return undefined;
    if (value.length > most) return words.over(value.length, most);
    return missing > 0 ? words.cut(missing, most) : words.full(most);
  }
}

/** The words of a {@link TextLimit}, below the field. */
export function TextLimitNote({ note }: { note: string | undefined }) {
  return (
    <div role="status">
      {note !== undefined && (
        <p class="rh-field-error">
          <Icon icon={CircleAlert} size={16} />
          {note}
        </p>
      )}
    </div>
  );
}
