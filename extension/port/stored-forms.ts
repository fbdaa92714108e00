/** The forms in which things are kept: more forgiving than those that are sent, so that one bad part costs no other. */
import * as v from 'valibot';
import { Token } from '../../shared/contract/identifiers.ts';
import { Settings, firstSettings } from './settings.ts';
import { Unsent } from './view-state.ts';
import { LeftText, LeftWords, WaitingFile } from './left-words.ts';
import { BriefDraft, NoteEdit, ReportEdits, WorkDraft } from './work-draft.ts';
import { Work } from './worker-contract.ts';
import type { StoredAccount } from './worker-contract.ts';

/** Where the rep is signed in. Without a token that can be read they sign in again, and server and user ID are offered. */
export const KeptAccount = v.nullable(
  v.object({ server: v.string(), userId: v.string(), token: v.fallback(v.nullable(Token), null) }),
);

/** What was set. A setting that is missing, as in what an older version kept, or wrong, is as it was at first. */
export const KeptSettings = v.object({
  sound: v.fallback(Settings.entries.sound, firstSettings.sound),
  messageWords: v.fallback(Settings.entries.messageWords, firstSettings.messageWords),
  singleKeys: v.fallback(Settings.entries.singleKeys, firstSettings.singleKeys),
  route: v.fallback(Settings.entries.route, firstSettings.route),
  picture: v.fallback(Settings.entries.picture, firstSettings.picture),
  scale: v.fallback(Settings.entries.scale, firstSettings.scale),
  theme: v.fallback(Settings.entries.theme, firstSettings.theme),
});

/** All of a list that can be read. One that cannot be read costs no other. */
function readable<Item>(schema: v.GenericSchema<unknown, Item>) {
  return v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((items) =>
        items.flatMap((item) => {
          const read = v.safeParse(schema, item);
          return read.success ? [read.output] : [];
        }),
      ),
    ),
    [],
  );
}

const [draft, report, brief, left] = [WorkDraft.entries, ReportEdits.entries, BriefDraft.entries, LeftText.entries];

/** The fields that can be read. One that cannot is as if it had not been touched. */
const KeptFields = v.pipe(
  v.looseObject({}),
  v.transform((kept): ReportEdits['fields'] => {
    const known = Object.entries(report.fields.entries);
    const readable = known.filter(([name, { wrapped }]) => v.is(wrapped, kept[name]));
    return v.parse(report.fields, Object.fromEntries(readable.map(([name]) => [name, kept[name]])));
  }),
);

const KeptBrief = v.object({
  wanted: v.fallback(brief.wanted, ''),
  tried: v.fallback(brief.tried, ''),
  state: v.fallback(brief.state, ''),
  promised: v.fallback(brief.promised, ''),
});

/** A draft with those of its parts that can be read; the rest is as where nothing is written. */
const KeptDraft = v.object({
  session: draft.session,
  customer: v.fallback(draft.customer, ''),
  chat: v.fallback(draft.chat, ''),
  // Of what nobody can say who may read it, no customer does.
  audience: v.fallback(draft.audience, 'reps'),
  note: v.fallback(draft.note, ''),
  noteEdits: readable(NoteEdit),
  // Upon version 0: whoever has saved meanwhile is not overwritten.
  report: v.fallback(v.nullable(v.object({ base: v.fallback(report.base, 0), fields: KeptFields })), null),
  brief: v.fallback(v.nullable(KeptBrief), null),
  whisper: v.fallback(draft.whisper, ''),
});

/** What is left of a session, as far as it can be read. */
const KeptLeft = v.object({
  session: LeftWords.entries.session,
  customer: v.fallback(LeftWords.entries.customer, ''),
  texts: readable(
    v.object({ text: left.text, audience: v.fallback(left.audience, 'reps'), label: v.fallback(left.label, '') }),
  ),
  files: readable(v.string()),
});

/** Whose the work is. */
const Owner = v.object({ server: v.string(), userId: v.string() });

/** What was written and chosen and has not arrived, of one account at one server. */
export const KeptWork = v.nullable(
  v.object({
    of: Owner,
    unsent: readable(v.object(Unsent.entries)),
    drafts: readable(KeptDraft),
    left: readable(KeptLeft),
    files: readable(v.object(WaitingFile.entries)),
  }),
);
export type KeptWork = v.InferOutput<typeof KeptWork>;

/** The same, where all of it can be read. */
export const WholeWork = v.nullable(v.strictObject({ of: Owner, ...Work.entries }));

/** No work. */
export const noWork: Work = { unsent: [], drafts: [], left: [], files: [] };

/**
 * The work as the account finds it again: what is somebody else's, or of another server, is nobody's, and whoever is not signed in
 * finds none. Case does not matter in a user ID.
 */
export function workOf(account: StoredAccount | null, kept: KeptWork): Work {
  if (kept === null || account === null || account.token === null) return noWork;
  const { server, userId } = kept.of;
  if (server !== account.server || userId.toLowerCase() !== account.userId.toLowerCase()) return noWork;
  const { unsent, drafts, left, files } = kept;
  return { unsent, drafts, left, files };
}
