import './progress.css';

type ProgressProps = {
  /** The accessible name: "Sending West branch printers.pdf". */
  label: string;
  /** How much of `max` is done (or left). */
  value: number;
  max: number;
  /** Beside the bar: "38 %, 12 s". */
  text?: string | undefined;
  /** `live` for what is left of a grant, `wait` for a full queue. */
  kind?: 'accent' | 'live' | 'wait' | undefined;
};

/** A 4 px bar with a known length. What has no number is said in words instead ("Connecting, 3 s"). */
export function Progress({ label, value, max, text, kind = 'accent' }: ProgressProps) {
  const part = max <= 0 ? 0 : Math.min(1, Math.max(0, value / max));
  return (
    <span class="rh-progress">
      <span
        class={`rh-progress-track rh-progress-${kind}`}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(part * 100)}
        aria-valuetext={text}
      >
        <span class="rh-progress-done" style={{ width: `${part * 100}%` }} />
      </span>
      {text !== undefined && (
        <span class="rh-progress-text" aria-hidden="true">
          {text}
        </span>
      )}
    </span>
  );
}
