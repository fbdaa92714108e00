/** How a viewer wants to be sent the screen. It can spare line and computer; it can never see more than is granted. */
import * as v from 'valibot';

/** `60` is as fast as host and line can. */
export const FramesPerSecond = v.picklist([60, 30, 15, 5]);

export const PictureWish = v.strictObject({
  framesPerSecond: FramesPerSecond,
  /** While much of the screen changes at once: `light` sends it at half its width and height until it stands still. */
  moving: v.picklist(['sharp', 'light']),
  /** `fewer` keeps 512 colours where small parts change; `grey` has none anywhere. */
  colours: v.picklist(['full', 'fewer', 'grey']),
});
export type PictureWish = v.InferOutput<typeof PictureWish>;

/** What a host sends to a viewer that has not said anything. */
export const fullPicture: PictureWish = { framesPerSecond: 60, moving: 'sharp', colours: 'full' };
