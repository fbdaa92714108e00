/** The forms in which things are kept: more forgiving than those that are sent, so that one bad part costs no other. */
import * as v from 'valibot';
import { Token } from '../../shared/contract/identifiers.ts';
import { Settings, firstSettings } from './settings.ts';
import { Unsent } from './view-state.ts';
import { LeftWords, WaitingFile } from './left-words.ts';
import { WorkDraft } from './work-draft.ts';
import type { StoredAccount, Work } from './worker-contract.ts';

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
      v.transform((items) => items.filter((item): item is Item => v.is(schema, item))),
    ),
    [],
  );
}

/** Whose the work is. */
const Owner = v.object({ server: v.string(), userId: v.string() });

/** What was written and chosen and has not arrived, of one account at one server. */
export const KeptWork = v.nullable(
  v.object({
    of: Owner,
    unsent: readable(Unsent),
    drafts: readable(WorkDraft),
    left: readable(LeftWords),
    files: readable(WaitingFile),
  }),
);
export type KeptWork = v.InferOutput<typeof KeptWork>;

/** No work. */
export const noWork: Work = { unsent: [], drafts: [], left: [], files: [] };

/** The work as the account finds it again: what is somebody else's, or of another server, is nobody's. */
export function workOf(account: StoredAccount | null, kept: KeptWork): Work {
  const isTheirs = kept?.of.server === account?.server && kept?.of.userId === account?.userId;
  if (kept === null || account === null || account.token === null || !isTheirs) return noWork;
  const { unsent, drafts, left, files } = kept;
  return { unsent, drafts, left, files };
}
