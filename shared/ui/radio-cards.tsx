import { useId } from 'preact/hooks';
import { OutsideText } from './outside-text.tsx';
import { Status } from './status.tsx';
import type { StatusKind } from './status.tsx';
import './radio-cards.css';

/** One card: a channel with what it is for and how busy it is. */
export type RadioCard<Value extends string> = {
  value: Value;
  title: string;
  detail?: string | undefined;
  status?: { kind: StatusKind; word: string; note?: string | undefined } | undefined;
  /** Nothing can be asked here now; the status says why. */
  disabled?: boolean | undefined;
};

type RadioCardsProps<Value extends string> = {
  label: string;
  /** The label stands elsewhere as a heading already. */
  labelUnseen?: boolean | undefined;
  value: Value | undefined;
  onValue: (value: Value) => void;
  cards: readonly RadioCard<Value>[];
};

/** One of a few, each with two lines and a state on the right. Arrow keys move, as in any radio group. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const { label, labelUnseen, value, onValue, cards } = props;
  const name = useId();
  return (
    <fieldset class="rh-radio-cards">
      <legend class={labelUnseen === true ? 'rh-unseen' : 'rh-radio-cards-legend'}>{label}</legend>
      <div class="rh-radio-cards-list">
        {cards.map((card) => (
          <label key={card.value} class="rh-radio-card">
            <input
              type="radio"
              name={name}
              value={card.value}
              checked={card.value === value}
              disabled={card.disabled === true}
              onChange={() => onValue(card.value)}
            />
            <span class="rh-radio-card-words">
              <span class="rh-radio-card-title">
                <OutsideText text={card.title} />
              </span>
              {card.detail !== undefined && (
                <span class="rh-radio-card-detail">
                  <OutsideText text={card.detail} />
                </span>
              )}
            </span>
            {card.status !== undefined && (
              <span class="rh-radio-card-status">
                <Status {...card.status} strong />
              </span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
