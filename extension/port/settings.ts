import * as v from 'valibot';

/** How loud the sounds are. */
export const SoundLevel = v.picklist(['off', 'quiet', 'normal']);
export type SoundLevel = v.InferOutput<typeof SoundLevel>;

/** What a rep sets for this browser. Kept in the extension's storage. */
export const Settings = v.strictObject({
  sound: SoundLevel,
  /** Whether a notification of a message shows its first words, or only who wrote. */
  messageWords: v.boolean(),
  /** Keys of one letter (N, J, K, ?), which some people's input gets in the way of. */
  singleKeys: v.boolean(),
});
export type Settings = v.InferOutput<typeof Settings>;

/** What holds until a rep has changed it. */
export const firstSettings: Settings = { sound: 'normal', messageWords: true, singleKeys: true };
