import type { SessionSummary } from '../../shared/contract/session-log.ts';
import { calendarDay, clockTime, duration } from '../../shared/ui/format-time.ts';
import { Figures } from '../../shared/ui/figures.tsx';
import { OutsideText } from '../../shared/ui/outside-text.tsx';
import { Section } from '../../shared/ui/section.tsx';
import { KeptBoards } from '../../shared/ui/whiteboard/kept-boards.tsx';
import { texts } from '../texts/en.ts';
import { firstName } from '../view/first-name.ts';
import { useView } from '../view/view-context.ts';
import { SolvedQuestion } from './solved-question.tsx';
import { TrustOffer } from './trust-offer.tsx';
import './summary.css';

/** What happened in a session that is over: who, when, how long, what was allowed and how long it was used. */
export function Summary({ summary }: { summary: SessionSummary }) {
  const { client } = useView();
  const words = texts.summary;
  const { facts } = summary;
  const rows: readonly (readonly [string, string])[] = [
    [words.customer, summary.customer],
    [words.reps, summary.reps.join(', ')],
    [words.channel, summary.channel],
    [words.reason, summary.reason],
    [
      words.when,
      words.fromTo(calendarDay(summary.startedAt), clockTime(summary.startedAt), clockTime(summary.endedAt)),
    ],
    [words.ended, words.endedBy(summary.endedBy, firstName(summary.customer), summary.endReason)],
    [words.computer, facts?.computer ?? ''],
    [words.user, facts?.user ?? ''],
    [words.platform, facts?.platform ?? ''],
    [words.address, facts?.localAddress ?? ''],
  ];
  return (
    <>
      <Section title={words.title}>
        <Figures
          figures={[
            { label: words.length, value: duration(summary.durationMs) },
            { label: words.seen, value: duration(summary.seenMs) },
            { label: words.controlled, value: duration(summary.controlledMs) },
            { label: words.messages, value: String(summary.messages) },
          ]}
        />
        <dl class="ext-facts">
          {rows
            .filter(([, value]) => value !== '')
            .map(([label, value]) => (
              <div key={label} class="ext-fact">
                <dt>{label}</dt>
                <dd>
                  <OutsideText text={value} />
                </dd>
              </div>
            ))}
        </dl>
        <KeptBoards
          session={summary.session}
          port={{
            read: () => client.call('whiteboard.read', { session: summary.session }),
            picture: (picture) => client.call('whiteboard.picture', { session: summary.session, picture }),
          }}
        />
      </Section>
      <SolvedQuestion key={summary.session} session={summary.session} />
      <TrustOffer summary={summary} />
      <Section title={words.grants}>
        {summary.grants.length === 0 ? (
          <p class="ext-facts-none">{words.nothingGranted}</p>
        ) : (
          <dl class="ext-facts">
            {summary.grants.map((grant) => (
              <div key={`${grant.at} ${grant.scope}`} class="ext-fact">
                <dt class="rh-numbers">{clockTime(grant.at)}</dt>
                <dd>
                  {grant.scope === 'control' ? texts.consents.devices[grant.devices] : texts.consents.scope.view}
                  <span class="rh-faint"> · {words.used(duration(grant.usedMs))}</span>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </Section>
    </>
  );
}
