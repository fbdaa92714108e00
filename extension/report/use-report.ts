import { useState } from 'preact/hooks';
import * as v from 'valibot';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { ReportForm } from '../../shared/contract/report.ts';
import type { ReportDesk } from '../../shared/contract/report.ts';
import type { ReportEdits } from '../port/work-draft.ts';
import { reportTexts } from '../texts/reports-en.ts';
import { useFetched } from '../view/use-fetched.tsx';
import { useView } from '../view/view-context.ts';
import { editedFields, editsSince, formOf, isOvertaken, withEdit } from './report-edits.ts';
import { useWorkDraft } from './use-work-draft.ts';

/** The report of a session as it is worked on. Asked for anew whenever `occasion` changes, and when somebody saved it. */
export function useReport(session: SessionId, occasion: unknown) {
  const { desk, orders } = useView();
  const fetched = useFetched<ReportDesk>(
    () => orders.ask('reports.get', { session }),
    [session, occasion, desk.reportNews.value],
  );
  const [isSaving, setSaving] = useState(false);
  const { draft, latest, change } = useWorkDraft(session);
  const work = fetched.value && atWork(fetched.value);
  return { fetched, work };

  function atWork({ report, incidents }: ReportDesk) {
    const edits = draft.report;
    const fields = editedFields(report, edits);
    return {
      report,
      incidents,
      fields,
      isChanged: edits !== null,
      overtakenBy: isOvertaken(report, edits) ? report.versions.at(-1)?.by.name : undefined,
      isSaving,
      edit: (part: ReportEdits['fields']) => change({ report: withEdit(report, edits, part) }),
      discard: () => change({ report: null }),
      /** The changes stand upon what was saved last. */
      goOn: () =>
        edits !== null && change({ report: withEdit(report, { ...edits, base: report.versions.length }, {}) }),
      async save() {
        const form = v.safeParse(ReportForm, formOf(fields));
        if (!form.success) return orders.tell(reportTexts.report.tooLong, 'failure');
        setSaving(true);
        const base = edits?.base ?? report.versions.length;
        const answer = await orders.give('reports.save', { session, base, fields: form.output });
        setSaving(false);
        if (answer === undefined) return;
        // What was typed while it was being saved is not in it.
        change({ report: editsSince(answer.report, editedFields(report, latest().report), fields) });
        fetched.replace({ incidents, report: answer.report });
        orders.tell(reportTexts.report.said);
      },
    };
  }
}

/** A report at work, as {@link useReport} makes it. */
export type ReportAtWork = NonNullable<ReturnType<typeof useReport>['work']>;
