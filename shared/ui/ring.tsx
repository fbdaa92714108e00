import './ring.css';

type RingProps = {
  /** How much is left of `max`, in the same unit. */
  value: number;
  max: number;
  /** In the middle; the seconds. */
  text: string;
};

const RADIUS = 16;
const AROUND = 2 * Math.PI * RADIUS;

/** Seconds with a ring that shortens once a second. The text carries the meaning; the ring is decoration. */
export function Ring({ value, max, text }: RingProps) {
  const part = max <= 0 ? 0 : Math.min(1, Math.max(0, value / max));
  return (
    <span class="rh-ring">
      <svg viewBox="0 0 36 36" width="36" height="36" aria-hidden="true">
        <circle class="rh-ring-track" cx="18" cy="18" r={RADIUS} />
        <circle
          class="rh-ring-left"
          cx="18"
          cy="18"
          r={RADIUS}
          transform="rotate(-90 18 18)"
          stroke-dasharray={`${part * AROUND} ${AROUND}`}
        />
      </svg>
      <span class="rh-ring-text">{text}</span>
    </span>
  );
}
