import type { KeptReading } from '../../../shared/contract/kept-system.ts';
import type { SystemReading } from '../../../shared/contract/system-information.ts';
import { calendarDay, clockTime } from '../../../shared/ui/format-time.ts';
import { Notice } from '../../../shared/ui/notice.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import '../../../shared/ui/system-reading.css';
import { toolTexts } from '../../texts/host-tools-en.ts';
import { compareReadings } from './compare-readings.ts';
import type { Difference } from './compare-readings.ts';

const words = toolTexts.system.compared;

/** What is not as it was when it was kept last. */
export function Comparison({ last, now }: { last: KeptReading | null; now: SystemReading }) {
  if (last === null) {
    return (
      <div class="rh-system-body">
        <Notice kind="info">{words.nothing}</Notice>
      </div>
    );
  }
  const { changed, added, gone } = compareReadings(last.reading, now);
  const parts = [
    { title: words.changed, of: changed },
    { title: words.added, of: added },
    { title: words.gone, of: gone },
  ].filter(({ of }) => of.length > 0);
  return (
    <div class="rh-system-body" tabIndex={0} role="region" aria-label={words.title}>
      <p class="rh-soft">{words.since(`${calendarDay(last.keptAt)}, ${clockTime(last.keptAt)}`)}</p>
      {parts.length === 0 && <Notice kind="ok">{words.same}</Notice>}
      {parts.map(({ title, of }) => (
        <section key={title} aria-label={title}>
          <h3>{`${title} (${of.length})`}</h3>
          <dl class="rh-system-facts">
            {of.map((difference) => (
              <div key={difference.name}>
                <dt>{safeName(difference.name, 120)}</dt>
                <dd>{told(difference)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

function told({ before, now }: Difference): string {
  if (before !== undefined && now !== undefined) return words.fromTo(safeName(before, 240), safeName(now, 240));
  return safeName(before ?? now ?? '', 240);
}
