import { useId } from 'preact/hooks';
import type { Choice } from './select.tsx';
import './segments.css';

type SegmentsProps<Value extends string> = {
  /** The accessible name of the group. */
  label: string;
  segments: readonly Choice<Value>[];
  value: Value;
  onValue: (value: Value) => void;
  /** `live` only inside a consent. */
  kind?: 'accent' | 'live' | undefined;
};

/** Two to four short choices in one row; a radio group underneath. */
export function Segments<Value extends string>(props: SegmentsProps<Value>) {
  const { label, segments, value, onValue, kind = 'accent' } = props;
  const name = useId();
  return (
    <div class={`rh-segments rh-segments-${kind}`} role="radiogroup" aria-label={label}>
      {segments.map((segment) => (
        <label key={segment.value} class="rh-segment">
          <input
            type="radio"
            class="rh-unseen"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            onChange={() => onValue(segment.value)}
          />
          {segment.label}
        </label>
      ))}
    </div>
  );
}
