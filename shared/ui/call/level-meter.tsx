import './level-meter.css';

type LevelMeterProps = {
  /** Whose sound: read aloud. */
  label: string;
  /** Before the bars. */
  name: string;
  /** From 0 to 1. */
  level: number;
  /** The level in a word. */
  word: string;
  isOff?: boolean | undefined;
};

const BARS = [0.15, 0.35, 0.5, 0.65, 0.85];

/** How loud somebody is, as five bars; in words for readers. */
export function LevelMeter({ label, name, level, word, isOff = false }: LevelMeterProps) {
  return (
    <span
      class="rh-level"
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={1}
      aria-valuenow={level}
      aria-valuetext={word}
      title={`${label}: ${word}`}
      data-off={isOff}
    >
      <span class="rh-level-name">{name}</span>
      <span class="rh-level-bars" aria-hidden="true">
        {BARS.map((from) => (
          <span key={from} class="rh-level-bar" data-lit={level >= from} />
        ))}
      </span>
    </span>
  );
}
