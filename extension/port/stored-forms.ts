/** The forms in which things are kept: more forgiving than those that are sent, so that one bad part costs no other. */
import * as v from 'valibot';
import { Token } from '../../shared/contract/identifiers.ts';
import { Settings, firstSettings } from './settings.ts';
import { Unsent } from './view-state.ts';
import { WorkDraft } from './work-draft.ts';

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

/** Messages on their way. One that cannot be read keeps no other from being sent. */
export const KeptUnsent = v.pipe(
  v.array(v.unknown()),
  v.transform((messages) => messages.filter((message): message is Unsent => v.is(Unsent, message))),
);

/** Notes and reports that are being written. One that cannot be read costs no other. */
export const KeptDrafts = v.pipe(
  v.array(v.unknown()),
  v.transform((drafts) => drafts.filter((draft): draft is WorkDraft => v.is(WorkDraft, draft))),
);
