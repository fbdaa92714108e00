import { reportChanges } from '../../../../../shared/contract/report.ts';
import type { ReportVersion } from '../../../../../shared/contract/report.ts';
import { safeName } from '../../../../../shared/ui/safe-text.ts';
import { reportTexts as words } from '../../../texts/admin-reports-en.ts';
import { useTimes } from '../../frame/zone-times.ts';
import { ReportValues } from './report-values.tsx';

/** Every save, the latest first: whole, and with what the version before said otherwise. */
export function ReportVersions({ versions }: { versions: readonly ReportVersion[] }) {
  return (
    <section aria-labelledby="session-report-versions">
      <h2 id="session-report-versions" class="session-page-title">
        {words.versions}
      </h2>
      {versions.toReversed().map((version) => (
        <OneVersion key={version.version} version={version} before={versions[version.version - 2]} />
      ))}
    </section>
  );
}

function OneVersion({ version, before }: { version: ReportVersion; before: ReportVersion | undefined }) {
  const times = useTimes();
  const { at, by, from, fields } = version;
  return (
    <details class="session-report-version">
      <summary>
        <b>{words.version(version.version)}</b>{' '}
        <span class="rh-soft">
          {words.saved(safeName(by.name), times.day(at), times.clock(at))}
          {from === 'web-panel' && `, ${words.fromWebPanel}`}
        </span>
      </summary>
      {before === undefined && <p class="rh-soft">{words.first}</p>}
      {before !== undefined && reportChanges(before.fields, fields).length === 0 && <p class="rh-soft">{words.same}</p>}
      <ReportValues fields={fields} before={before?.fields} />
    </details>
  );
}
