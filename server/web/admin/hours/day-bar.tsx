import { DAY_MINUTES, isOvernight } from '../../../../shared/contract/business-hours.ts';
import { readHours } from './hours-text.ts';
import './hours.css';

/** A day from midnight to midnight, with its open hours filled; what is written beside it says the same. */
export function DayBar({ text }: { text: string }) {
  const spans = readHours(text) ?? [];
  return (
    <svg class="admin-day-bar" viewBox={`0 0 ${DAY_MINUTES} 60`} preserveAspectRatio="none" aria-hidden="true">
      <rect class="admin-day-bar-ground" width={DAY_MINUTES} height="60" />
      {spans.map((span) => (
        <rect
          key={span.from}
          class="admin-day-bar-open"
          x={span.from}
          width={(isOvernight(span) ? DAY_MINUTES : span.to) - span.from}
          height="60"
        />
      ))}
    </svg>
  );
}
