/**
 * What a rep has begun to write in a session, or about it, and not sent or saved. It belongs to the account and not to a page: every
 * panel and window shows the same, and it outlives them, and the browser.
 */
import * as v from 'valibot';
import { SessionId } from '../../shared/contract/identifiers.ts';
import { ChosenIncident } from '../../shared/contract/incident.ts';
import { NoteId } from '../../shared/contract/note.ts';
import { ReportOutcome } from '../../shared/contract/report.ts';

/** More than any field takes, so that nothing is lost before somebody says that it is too long. */
const Words = v.pipe(v.string(), v.maxLength(20_000));

/** The fields of a report that were changed, and upon which version. What was not touched goes on following the log. */
export const ReportEdits = v.strictObject({
  base: v.pipe(v.number(), v.integer(), v.minValue(0)),
  fields: v.strictObject({
    customer: v.exactOptional(Words),
    phone: v.exactOptional(Words),
    email: v.exactOptional(Words),
    incident: v.exactOptional(v.nullable(ChosenIncident)),
    reason: v.exactOptional(Words),
    outcome: v.exactOptional(v.nullable(ReportOutcome)),
    done: v.exactOptional(Words),
  }),
});
export type ReportEdits = v.InferOutput<typeof ReportEdits>;

/** Who reads what is being written. */
const DraftAudience = v.picklist(['all', 'reps']);
/** A note of the rep's own that is being changed. */
export const NoteEdit = v.strictObject({ note: NoteId, text: Words });
const NoteEdits = v.pipe(v.array(NoteEdit), v.maxLength(200));
/** A handover brief. */
export const BriefDraft = v.strictObject({ wanted: Words, tried: Words, state: Words, promised: Words });

/** The draft of one session. */
export const WorkDraft = v.strictObject({
  session: SessionId,
  /** The customer's name, where the session is one of the rep's; else empty. */
  customer: v.string(),
  /** A message, and who is to read it. */
  chat: Words,
  audience: DraftAudience,
  /** A note that is not added yet. */
  note: Words,
  noteEdits: NoteEdits,
  /** `null` where nothing of the report was touched. */
  report: v.nullable(ReportEdits),
  /** `null` where the brief is as the log has it. */
  brief: v.nullable(BriefDraft),
  /** A lead's words for the rep of the session. */
  whisper: Words,
});
export type WorkDraft = v.InferOutput<typeof WorkDraft>;

/** The parts that were changed, each in place of what stood before. What is not named stays as it is. */
export const DraftChange = v.strictObject({
  session: SessionId,
  chat: v.exactOptional(Words),
  audience: v.exactOptional(DraftAudience),
  note: v.exactOptional(Words),
  noteEdits: v.exactOptional(NoteEdits),
  report: v.exactOptional(v.nullable(ReportEdits)),
  brief: v.exactOptional(v.nullable(BriefDraft)),
  whisper: v.exactOptional(Words),
});
export type DraftChange = v.InferOutput<typeof DraftChange>;

/** So many sessions may have drafts, and so many characters all of them together; what was written longest ago goes first. */
const mostDrafts = 100;
const mostCharacters = 400_000;

/** Nothing is written. */
export function emptyDraft(session: SessionId): WorkDraft {
  return {
    ...{ session, customer: '', chat: '', audience: 'all', note: '', noteEdits: [] },
    ...{ report: null, brief: null, whisper: '' },
  };
}

/** What can be sent only while the session runs is put away. */
export const nothingToSend = { chat: '', audience: 'all', brief: null, whisper: '' } as const;

/** What is written in and about a session; the empty draft where nothing is. */
export function draftOf(drafts: readonly WorkDraft[], session: SessionId): WorkDraft {
  return drafts.find((draft) => draft.session === session) ?? emptyDraft(session);
}

/** The drafts with a change in one of them, which is the last then. One that has become empty is none. */
export function withChange(drafts: readonly WorkDraft[], change: DraftChange, customer?: string): WorkDraft[] {
  const before = draftOf(drafts, change.session);
  return withDraft(drafts, { ...before, ...change, customer: customer ?? before.customer });
}

/** The drafts with one in the place of what was there of its session. */
export function withDraft(drafts: readonly WorkDraft[], draft: WorkDraft): WorkDraft[] {
  const others = drafts.filter(({ session }) => session !== draft.session);
  return withinBounds(draft.audience === 'all' && !hasWords(draft) ? others : [...others, draft]);
}

/** Whether somebody has written something; whom it would be for does not count. */
export function hasWords({ chat, note, noteEdits, report, brief, whisper }: WorkDraft): boolean {
  return [chat, note, whisper].some((text) => text !== '') || noteEdits.length > 0 || report !== null || brief !== null;
}

function withinBounds(drafts: WorkDraft[]): WorkDraft[] {
  let [first, characters] = [drafts.length, 0];
  while (first > 0 && drafts.length - first < mostDrafts) {
    characters += JSON.stringify(drafts[first - 1]).length;
    // The one that is being written stays, however long it is.
    if (characters > mostCharacters && first < drafts.length) break;
    first -= 1;
  }
  return drafts.slice(first);
}
