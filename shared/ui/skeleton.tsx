import { useEffect, useState } from 'preact/hooks';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import './skeleton.css';

type SkeletonProps = {
  /** Read aloud: "Loading requests". */
  label: string;
  /** How many rows of two lines; 3 unless said. */
  rows?: number | undefined;
  clock?: Clock | undefined;
};

const SHOW_AFTER_MS = 300;

/** Still blocks in the place of rows that are on their way. Draws nothing for the first 300 ms. */
export function Skeleton({ label, rows = 3, clock = systemClock }: SkeletonProps) {
  const [isShown, setShown] = useState(false);
  useEffect(() => clock.after(SHOW_AFTER_MS, () => setShown(true)), [clock]);
  return (
    <div class="rh-skeleton" role="status" data-shown={isShown}>
      <span class="rh-unseen">{isShown ? label : ''}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} class="rh-skeleton-row">
          <span class="rh-skeleton-block" />
          <span class="rh-skeleton-block rh-skeleton-block-long" />
        </div>
      ))}
    </div>
  );
}
