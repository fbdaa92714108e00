import { useRef, useState } from 'preact/hooks';
import { currentFields, ReportForm, reportFieldOrder } from '../../../../../shared/contract/report.ts';
import type { ReportFields } from '../../../../../shared/contract/report.ts';
import type { SessionId } from '../../../../../shared/contract/identifiers.ts';
import { AppError } from '../../../../../shared/contract/errors.ts';
import { reportTexts as words } from '../../../texts/admin-reports-en.ts';
import { findFaults } from '../../form/find-faults.ts';
import { useForm } from '../../form/use-form.ts';
import { useSaving } from '../../form/use-saving.tsx';
import { usePanel } from '../../frame/panel-context.ts';
import { useLoaded } from '../../frame/use-loaded.ts';

const nothing: ReportFields = {
  ...{ customer: '', phone: '', email: '', incident: null, reason: '', outcome: null, done: '' },
};
const { customer, phone, email, reason, done } = ReportForm.entries;

/** The report of a session as somebody reads and corrects it in the web panel. */
export function useSessionReport(id: SessionId) {
  const { model } = usePanel();
  const { loaded, reload, replace } = useLoaded(() => model.server.call('sessions.report', { id }), id);
  const [isEditing, setEditing] = useState(false);
  const desk = loaded.at === 'ready' ? loaded.value : undefined;
  const saved = desk === undefined ? nothing : currentFields(desk.report);
  const form = useForm<ReportFields>(saved, (values) =>
    findFaults(values, {
      customer: [customer, words.wrong.customer],
      phone: [phone, words.wrong.phone],
      email: [email, words.wrong.email],
      reason: [reason, words.wrong.reason],
      done: [done, words.wrong.done],
    }),
  );
  const latest = useRef(form.values);
  latest.current = form.values;
  const changed = reportFieldOrder.filter((field) => !isSame(form.values[field], saved[field]));
  const stop = () => {
    form.discard();
    setEditing(false);
  };
  const saving = useSaving({
    form: { discard: stop, check: () => desk !== undefined && form.check() },
    changes: changed.map((field) => words.fields[field]),
    store: async () => {
      if (desk === undefined) return;
      const base = desk.report.versions.length;
      const { values } = form;
      const fields = { ...values, incident: values.incident?.id ?? null };
      const { report } = await model.server.call('sessions.saveReport', { id, base, fields });
      replace({ ...desk, report });
      form.sent(values);
      // What was typed while it was being saved is not in it: then the form stays, with that in it.
      const typed = latest.current;
      if (reportFieldOrder.every((field) => isSame(typed[field], values[field]))) setEditing(false);
    },
    onError: (error) => {
      if (!(error instanceof AppError && error.code === 'already-taken')) return false;
      reload();
      model.say(words.overtaken);
      return true;
    },
  });
  return {
    loaded,
    reload,
    form,
    isEditing,
    edit: () => setEditing(true),
    stop,
    saving,
  };
}

/** A report at work, as {@link useSessionReport} makes it. */
export type SessionReportAtWork = ReturnType<typeof useSessionReport>;

function isSame(one: ReportFields[keyof ReportFields], other: ReportFields[keyof ReportFields]): boolean {
  const idOf = (value: typeof one) => (typeof value === 'object' && value !== null ? value.id : value);
  return idOf(one) === idOf(other);
}
