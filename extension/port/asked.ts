/** What a rep asked for on some page of the browser, for a panel to carry out. */
import * as v from 'valibot';

export const Asked = v.variant('what', [
  /** A session with this person: a name and a mail address, as far as they were selected. */
  v.strictObject({
    what: v.literal('start'),
    customer: v.pipe(v.string(), v.maxLength(80)),
    email: v.pipe(v.string(), v.maxLength(254)),
  }),
  /** The address of a page, link or picture, for a customer. */
  v.strictObject({ what: v.literal('give'), address: v.pipe(v.string(), v.maxLength(1000)) }),
  /** A name that no open session has, for the field on Home. */
  v.strictObject({ what: v.literal('name'), customer: v.pipe(v.string(), v.maxLength(80)) }),
  /** A code that no open session has. */
  v.strictObject({ what: v.literal('no-code') }),
]);
export type Asked = v.InferOutput<typeof Asked>;
