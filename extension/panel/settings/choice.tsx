import type { ComponentChildren } from 'preact';
import { Segments } from '../../../shared/ui/segments.tsx';
import './settings-room.css';

type SettingChoiceProps<Value extends string> = {
  label: string;
  /** Each value with its word, in the order in which they stand. */
  words: Readonly<Record<Value, string>>;
  value: Value;
  onValue: (value: Value) => void;
  /** What the chosen one means. */
  hint?: ComponentChildren;
};

/** One setting of a few short values, with its name above and what the chosen one means below. */
export function SettingChoice<Value extends string>({ label, words, value, onValue, hint }: SettingChoiceProps<Value>) {
  const values = Object.keys(words) as Value[];
  return (
    <div class="ext-setting">
      <p class="ext-setting-label" aria-hidden="true">
        {label}
      </p>
      <Segments
        label={label}
        segments={values.map((each) => ({ value: each, label: words[each] }))}
        value={value}
        onValue={onValue}
      />
      {hint !== undefined && <p class="ext-setting-hint">{hint}</p>}
    </div>
  );
}
