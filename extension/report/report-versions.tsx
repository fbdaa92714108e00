import { ReportOutcome, reportChanges } from '../../shared/contract/report.ts';
import type { ReportChange, ReportVersion } from '../../shared/contract/report.ts';
import * as v from 'valibot';
import { calendarDay, clockTime } from '../../shared/ui/format-time.ts';
import { OutsideText } from '../../shared/ui/outside-text.tsx';
import { safeName } from '../../shared/ui/safe-text.ts';
import { Section } from '../../shared/ui/section.tsx';
import { reportTexts } from '../texts/reports-en.ts';

const words = reportTexts.report;

/** Who saved the report when, and what each save changed. Nothing while it was saved once at most. */
export function ReportVersions({ versions }: { versions: readonly ReportVersion[] }) {
  if (versions.length < 2) return null;
  return (
    <Section title={words.versions(versions.length)}>
      {versions.toReversed().map((version) => (
        <details key={version.version} class="ext-report-fold ext-report-version">
          <summary>
            <b>{words.version(version.version)}</b>{' '}
            <span class="rh-soft">
              {words.by(safeName(version.by.name), calendarDay(version.at), clockTime(version.at))}
              {version.from === 'web-panel' && ` · ${words.fromWebPanel}`}
            </span>
          </summary>
          <Changes before={versions[version.version - 2]} version={version} />
        </details>
      ))}
    </Section>
  );
}

function Changes({ before, version }: { before: ReportVersion | undefined; version: ReportVersion }) {
  if (before === undefined) return <p class="rh-soft">{words.first}</p>;
  const changes = reportChanges(before.fields, version.fields);
  if (changes.length === 0) return <p class="rh-soft">{words.same}</p>;
  return (
    <dl class="ext-report-changes">
      {changes.map((change) => (
        <div key={change.field}>
          <dt>{words.fields[change.field]}</dt>
          <dd>
            <del>
              <span class="rh-unseen">{words.before}: </span>
              <OutsideText text={said(change, change.before)} />
            </del>
          </dd>
          <dd>
            <ins>
              <span class="rh-unseen">{words.after}: </span>
              <OutsideText text={said(change, change.after)} />
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function said({ field }: ReportChange, text: string): string {
  if (text === '') return words.nothing;
  return field === 'outcome' && v.is(ReportOutcome, text) ? words.outcomes[text] : text;
}
