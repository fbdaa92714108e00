import type { ReportFacts as Facts } from '../../shared/contract/report.ts';
import { clockTime, duration } from '../../shared/ui/format-time.ts';
import { Section } from '../../shared/ui/section.tsx';
import { LogLines } from '../session/log-lines.tsx';
import { reportTexts } from '../texts/reports-en.ts';

const words = reportTexts.report;

/** What the log says by itself: when what was, for how long, and what was done. */
export function ReportFacts({ facts, customer }: { facts: Facts; customer: string }) {
  return (
    <Section title={words.facts} aside={facts.askedAt === null ? undefined : words.asked(clockTime(facts.askedAt))}>
      <dl class="ext-report-phases">
        {facts.phases.map(({ phase, from, to, ms, stretches }) => (
          <div key={phase} class="ext-report-phase">
            <dt>{words.phases[phase]}</dt>
            <dd class="rh-numbers">
              {clockTime(from)} – {to === null ? words.now : clockTime(to)}
              {stretches > 1 && <span class="rh-faint"> · {words.stretches(stretches)}</span>}
            </dd>
            <dd class="ext-report-length rh-numbers">{duration(ms)}</dd>
          </div>
        ))}
      </dl>
      {facts.acts.length > 0 && (
        <details class="ext-report-fold">
          <summary>{words.acts(facts.acts.length + facts.actsLeftOut)}</summary>
          <div class="ext-report-acts">
            <LogLines entries={facts.acts} customer={customer} />
            {facts.actsLeftOut > 0 && <p class="rh-faint">{words.actsLeftOut(facts.actsLeftOut)}</p>}
          </div>
        </details>
      )}
    </Section>
  );
}
