import type { RecordedSessionHead } from '../../../../shared/contract/session-records.ts';
import { duration } from '../../../../shared/ui/format-time.ts';
import { safeName, safeText } from '../../../../shared/ui/safe-text.ts';
import { texts } from '../../texts/admin-en.ts';
import { surveyTexts } from '../../texts/admin-survey-en.ts';
import { endReasons } from '../../texts/admin-log-en.ts';
import { useTimes } from '../frame/zone-times.ts';

/** The session in a few lines: who, where, when, and what it came to. */
export function SessionSummaryList({ session }: { session: RecordedSessionHead }) {
  const words = texts.sessions.log;
  const { email, phone, channelName, incident, reason, rep, startedAt, endedAt, summary, customer } = session;
  const { answer, solved } = session.survey;
  const times = useTimes();
  const day = times.day(startedAt);
  const lines: readonly (readonly [string, string])[] = [
    [words.customer, safeName(customer)],
    [words.contact, [email, phone].filter(Boolean).map(safeText).join(', ')],
    [words.rep, (summary?.reps ?? [rep]).map((name) => safeName(name)).join(', ')],
    [words.channel, channelName === '' ? texts.sessions.byCode : safeName(channelName)],
    [words.reason, [incident, reason].filter(Boolean).map(safeText).join(': ')],
    [
      words.time,
      endedAt === null
        ? words.still(day, times.clock(startedAt))
        : `${words.span(day, times.clock(startedAt), times.clock(endedAt))} (${duration(endedAt - startedAt)})`,
    ],
    ...(summary === null
      ? []
      : ([
          [words.end, `${endReasons[summary.endReason]}, ${words.endedBy[summary.endedBy]}`],
          [
            words.screen,
            summary.seenMs === 0 ? words.notSeen : words.seen(duration(summary.seenMs), duration(summary.controlledMs)),
          ],
          [words.messages, String(summary.messages)],
        ] as const)),
    [
      surveyTexts.ofSession.customer,
      answer === null ? '' : surveyTexts.withWords(surveyTexts.faces[answer.face], safeText(answer.comment)),
    ],
    [surveyTexts.ofSession.rep, solved === null ? '' : surveyTexts.solved[solved]],
  ];
  return (
    <dl class="session-page-head" aria-label={words.head}>
      {lines
        .filter(([, text]) => text !== '')
        .map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {text}
              {label === words.contact && <span class="rh-faint"> {words.unproven}</span>}
              {label === words.time && <span class="rh-faint"> {times.zone}</span>}
            </dd>
          </div>
        ))}
    </dl>
  );
}
