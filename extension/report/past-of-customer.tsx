import { History } from 'lucide';
import type { PastSession } from '../../shared/contract/past-session.ts';
import { calendarDay } from '../../shared/ui/format-time.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import { OutsideText } from '../../shared/ui/outside-text.tsx';
import { safeName } from '../../shared/ui/safe-text.ts';
import { Tag } from '../../shared/ui/tag.tsx';
import { reportTexts } from '../texts/reports-en.ts';
import type { PastOfCustomer } from './use-past.ts';
import './past-of-customer.css';

const words = reportTexts.past;

/** One line at the rep's elbow: that this customer was here before, and what about; it unfolds. Nothing for a new one. */
export function PastOfCustomerLine({ past, more }: PastOfCustomer) {
  const latest = past[0];
  if (latest === undefined) return null;
  return (
    <details class="ext-past">
      <summary>
        <Icon icon={History} />
        <b>{words.title(past.length, more)}</b>
        <span class="ext-past-latest">{words.latest(safeName(subjectOf(latest)), calendarDay(latest.startedAt))}</span>
      </summary>
      <ul class="ext-past-list" aria-label={words.list}>
        {past.map((one) => (
          <PastRow key={one.session} past={one} />
        ))}
      </ul>
    </details>
  );
}

function PastRow({ past }: { past: PastSession }) {
  const { sameAs, startedAt, rep, customer, outcome, done } = past;
  return (
    <li class="ext-past-row">
      <div class="ext-past-head">
        <b>
          <OutsideText text={subjectOf(past)} />
        </b>
        <Tag kind={sameAs === 'browser' ? 'ok' : 'wait'}>{words.sameAs[sameAs]}</Tag>
      </div>
      <p class="rh-soft">
        {[
          calendarDay(startedAt),
          safeName(rep),
          // Who is the same by nothing but what was typed or named may have another name.
          sameAs === 'browser' ? '' : safeName(customer),
          outcome && reportTexts.report.outcomes[outcome],
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {done === '' ? (
        <p class="rh-faint">{words.noReport}</p>
      ) : (
        <p class="ext-past-done">
          <OutsideText text={done} />
        </p>
      )}
    </li>
  );
}

/** The incident before the reason, unless they say the same. */
function subjectOf({ incident, reason, channel }: PastSession): string {
  const parts = [incident, reason].filter((part, place, all) => part !== '' && all.indexOf(part) === place);
  return parts.length === 0 ? channel : parts.join(': ');
}
