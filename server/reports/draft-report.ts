/** The report as the session log writes it by itself. Pure. */
import type { ChosenIncident, PublicIncident } from '../../shared/contract/incident.ts';
import { mostReportActs } from '../../shared/contract/report.ts';
import type { IncidentGuess, ReportFacts, ReportFields } from '../../shared/contract/report.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import { repsOf } from '../sessions/summarise.ts';
import { reportWords } from '../texts/report-en.ts';
import { guessIncident, textWeights } from './guess-incident.ts';
import type { SaidText } from './guess-incident.ts';
import { phasesOf } from './phases.ts';

/** What the log does not say. */
export interface ReportSubject {
  readonly customer: { readonly name: string; readonly email: string; readonly phone: string };
  readonly channel: string;
  /** As it was chosen; `null` without one. */
  readonly incident: ChosenIncident | null;
  readonly reason: string;
  /** When the customer got in line. */
  readonly askedAt: number | null;
  readonly startedAt: number;
}

/** Of what somebody has written elsewhere, as much as a report has room for. */
const room = { line: 200, done: 8000 } as const;

/** `incidents` are those that may be guessed. */
export function draftReport(
  subject: ReportSubject,
  entries: readonly LogEntry[],
  incidents: readonly PublicIncident[],
  now: number,
): { readonly draft: ReportFields; readonly facts: ReportFacts } {
  const { customer, reason } = subject;
  const guess = subject.incident === null ? guessIncident(incidents, saidIn(reason, entries)) : null;
  const facts = factsOf(subject, entries, guess, now);
  return {
    draft: {
      customer: oneLine(customer.name, 80),
      phone: oneLine(customer.phone, 60),
      email: customer.email,
      incident: subject.incident ?? guess?.incident ?? null,
      reason: oneLine(reason, room.line),
      outcome: null,
      done: whatWasDone(entries, facts).slice(0, room.done).trim(),
    },
    facts,
  };
}

function saidIn(reason: string, entries: readonly LogEntry[]): SaidText[] {
  return [
    { text: reason, weight: textWeights.reason },
    ...entries.flatMap((entry): SaidText[] => {
      if (entry.kind === 'requested') return [{ text: entry.message, weight: textWeights.message }];
      return entry.kind === 'chat' && entry.audience === 'all' ? [{ text: entry.text, weight: textWeights.chat }] : [];
    }),
  ];
}

/** They belong to what they lead to, or are told by the phases. Whatever else is in a log is an act. */
const noActs: ReadonlySet<LogEntry['kind']> = new Set<LogEntry['kind']>([
  'requested',
  'chat',
  'asked',
  'unasked',
  'hands-asked',
  'call-asked',
  'call-accepted',
  'launch-asked',
  'launch-unasked',
  'whiteboard-asked',
  'whiteboard-closed',
  'agreed',
  'fetched',
  'screen-shown',
  'screen-hidden',
  'paused',
  'resumed',
  'host-removed',
]);

function factsOf(
  { channel, askedAt, startedAt }: ReportSubject,
  entries: readonly LogEntry[],
  guess: IncidentGuess | null,
  now: number,
): ReportFacts {
  const acts = entries.filter(({ kind }) => !noActs.has(kind));
  return {
    ...{ channel, askedAt, startedAt, guess },
    reps: repsOf(entries),
    endedAt: entries.find(({ kind }) => kind === 'ended')?.at ?? null,
    phases: phasesOf(entries, { askedAt, startedAt, now }),
    acts: acts.slice(0, mostReportActs),
    actsLeftOut: Math.max(0, acts.length - mostReportActs),
    messages: entries.filter((entry) => entry.kind === 'chat' && entry.audience === 'all').length,
  };
}

/** One line for each thing, in words. */
function whatWasDone(entries: readonly LogEntry[], { phases, messages, reps }: ReportFacts): string {
  const lasted = (phase: string) => phases.find((times) => times.phase === phase)?.ms ?? 0;
  // Whoever controls or is paused sees.
  const seenMs = lasted('seeing') + lasted('controlling') + lasted('paused');
  const refused = (scope: string) =>
    entries.filter((entry) => entry.kind === 'refused' && entry.scope === scope).length;
  const end = entries.find((entry) => entry.kind === 'ended');
  const [received, sent] = filesIn(entries);
  const opened = openedIn(entries);
  const talkedMs = entries.reduce((sum, entry) => sum + (entry.kind === 'call-ended' ? entry.durationMs : 0), 0);
  const lines = [
    reps.length > 1 && reportWords.reps(reps),
    messages > 0 && reportWords.chat(messages),
    talkedMs > 0 && reportWords.talked(talkedMs),
    seenMs > 0 && reportWords.seen(seenMs),
    lasted('controlling') > 0 && reportWords.controlled(lasted('controlling')),
    refused('view') > 0 && reportWords.refused('view', refused('view')),
    refused('control') > 0 && reportWords.refused('control', refused('control')),
    received.length > 0 && reportWords.filesReceived(received),
    sent.length > 0 && reportWords.filesSent(sent),
    opened.length > 0 && reportWords.opened(opened),
    end !== undefined && reportWords.ends[end.reason],
  ];
  return lines.filter((line) => typeof line === 'string' && line !== '').join('\n');
}

/** Names of files: from the customer, and to them. What reps give each other is not told there. */
function filesIn(entries: readonly LogEntry[]): [received: string[], sent: string[]] {
  const files = entries.filter((entry) => entry.kind === 'file').filter(({ audience }) => audience === 'all');
  const names = (isSent: boolean) =>
    onceEach(files.filter(({ by }) => (by.kind === 'rep') === isSent).map(({ name }) => name));
  return [names(false), names(true)];
}

/** What was opened on the customer's computer and in their browser. */
function openedIn(entries: readonly LogEntry[]): string[] {
  const suggested = new Map(
    entries.flatMap((entry) => (entry.kind === 'page-suggested' ? [[entry.seq, entry.address]] : [])),
  );
  return onceEach(
    entries.flatMap((entry) => {
      if (entry.kind === 'launch-settled' && entry.outcome === 'done') return [entry.launch.name];
      return entry.kind === 'page-opened' ? [suggested.get(entry.page) ?? ''] : [];
    }),
  );
}

function onceEach(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => oneLine(name, room.line)))].filter((name) => name !== '');
}

/** What somebody has written, as a field of one line takes it. */
function oneLine(text: string, longest: number): string {
  return text.replaceAll(/\s+/gu, ' ').trim().slice(0, longest).trim();
}
