/** What stands in a draft, text by text, as it is shown and laid aside when it can be sent no more. Pure. */
import { reportFieldOrder } from '../../shared/contract/report.ts';
import { draftTexts } from '../texts/drafts-en.ts';
import { memberTexts } from '../texts/members-en.ts';
import { reportTexts } from '../texts/reports-en.ts';
import type { LeftText } from './left-words.ts';
import type { ReportEdits, WorkDraft } from './work-draft.ts';

const briefParts = ['wanted', 'tried', 'state', 'promised'] as const;

/** What can be sent only while the session runs: a message, a handover brief, a whisper. */
export function runningTexts({ chat, audience, brief, whisper }: WorkDraft): LeftText[] {
  const { transfer, team } = memberTexts;
  return written([
    { text: chat, audience, label: '' },
    ...briefParts.map((part) => forReps(`${transfer.brief}: ${transfer[part]}`, brief?.[part])),
    forReps(team.whisper, whisper),
  ]);
}

/** What is written after the end too, but by nobody who is out of the session: notes, and what was changed in the report. */
export function paperTexts({ note, noteEdits, report }: WorkDraft): LeftText[] {
  const words = reportTexts.report;
  return written([
    ...[note, ...noteEdits.map(({ text }) => text)].map((text) => forReps(draftTexts.note, text)),
    ...reportFieldOrder.map((field) =>
      forReps(`${words.tab}: ${words.fields[field]}`, report === null ? '' : said(report.fields, field)),
    ),
  ]);
}

/** What is left of texts that say something. */
export function written(texts: readonly LeftText[]): LeftText[] {
  return texts.map((one) => ({ ...one, text: one.text.trim() })).filter(({ text }) => text !== '');
}

function forReps(label: string, text = ''): LeftText {
  return { text, audience: 'reps', label };
}

function said(fields: ReportEdits['fields'], field: keyof ReportEdits['fields']): string | undefined {
  if (field === 'incident') return fields.incident?.name;
  if (field === 'outcome') return fields.outcome ? reportTexts.report.outcomes[fields.outcome] : undefined;
  return fields[field];
}
