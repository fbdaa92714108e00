/** What a host leaves on the customer's computer. */
import * as v from 'valibot';

/** What the host could remove of itself: the program, and the archive that it came in. An `installed` one stays. */
export const Removal = v.strictObject({
  program: v.boolean(),
  archive: v.boolean(),
  installed: v.optional(v.literal(true)),
});
export type Removal = v.InferOutput<typeof Removal>;
