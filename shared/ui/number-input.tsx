import { Minus, Plus } from 'lucide';
import { useId } from 'preact/hooks';
import { useComponentTexts } from './component-texts.ts';
import { Icon } from './icon.tsx';
import './number-input.css';

type NumberInputProps = {
  label: string;
  /** What the number means, beside it. */
  hint?: string | undefined;
  /** `undefined` is an empty field: as the organisation. */
  value: number | undefined;
  onValue: (value: number | undefined) => void;
  min?: number | undefined;
  max?: number | undefined;
  /** Shown while empty: the organisation's own number. */
  placeholder?: string | undefined;
};

/** A whole number with a step down and up; what is typed is kept between `min` (0) and `max`. */
export function NumberInput(props: NumberInputProps) {
  const { label, hint, value, onValue, min = 0, max = Number.MAX_SAFE_INTEGER, placeholder } = props;
  const id = useId();
  const texts = useComponentTexts();
  const within = (wanted: number) => Math.min(max, Math.max(min, wanted));
  // An empty field steps on from the number that holds while it is empty.
  const stepBy = (step: number) => onValue(within((value ?? (Number(placeholder) || min)) + step));
  const take = (element: HTMLInputElement) => {
    const digits = element.value.replace(/\D/g, '').slice(0, 9);
    const wanted = digits === '' ? undefined : within(Number(digits));
    element.value = wanted === undefined ? '' : String(wanted);
    onValue(wanted);
  };
  return (
    <div class="rh-number">
      <span class="rh-number-box">
        <button type="button" aria-label={`${label}: ${texts.less}`} onClick={() => stepBy(-1)}>
          <Icon icon={Minus} size={14} />
        </button>
        <input
          id={id}
          type="text"
          inputMode="numeric"
          value={value === undefined ? '' : String(value)}
          placeholder={placeholder}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onChange={(event) => take(event.currentTarget)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
            event.preventDefault();
            stepBy(event.key === 'ArrowUp' ? 1 : -1);
          }}
        />
        <button type="button" aria-label={`${label}: ${texts.oneMore}`} onClick={() => stepBy(1)}>
          <Icon icon={Plus} size={14} />
        </button>
      </span>
      <div>
        <label for={id} class="rh-number-label">
          {label}
        </label>
        {hint !== undefined && (
          <p id={`${id}-hint`} class="rh-soft">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
