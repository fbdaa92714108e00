import * as v from 'valibot';
import { PictureWish, fullPicture } from '../../shared/contract/picture-wish.ts';

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
  /** How links to screens go: directly where that is possible, or only through the gateway. */
  route: v.picklist(['direct', 'gateway']),
  /** How screens are sent to this browser. */
  picture: PictureWish,
  /** Whether a screen is made to fit, or drawn pixel by pixel. */
  scale: v.picklist(['fit', 'actual']),
  /** Light, dark, or what the system says. */
  theme: v.picklist(['system', 'light', 'dark']),
});
export type Settings = v.InferOutput<typeof Settings>;

/** What holds until a rep has changed it. */
export const firstSettings: Settings = {
  sound: 'normal',
  messageWords: true,
  singleKeys: true,
  route: 'direct',
  picture: fullPicture,
  scale: 'fit',
  theme: 'system',
};
