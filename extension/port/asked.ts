/** What a rep asked for on some page of the browser, for a panel to carry out. */
import * as v from 'valibot';

/** Where a picture was clicked on: the click lets the extension into that page for as long as it stands. */
export const PicturePlace = v.strictObject({
  tab: v.pipe(v.number(), v.integer()),
  frame: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type PicturePlace = v.InferOutput<typeof PicturePlace>;

const Address = v.pipe(v.string(), v.maxLength(1000));

export const Asked = v.variant('what', [
  /** A session with this person: a name and a mail address, as far as they were selected. */
  v.strictObject({
    what: v.literal('start'),
    customer: v.pipe(v.string(), v.maxLength(80)),
    email: v.pipe(v.string(), v.maxLength(254)),
  }),
  /** The address of a page or link, for a customer. */
  v.strictObject({ what: v.literal('give'), address: Address }),
  /** A picture for a customer: the panel fetches it; its address has to do where that fails. */
  v.strictObject({ what: v.literal('give-picture'), address: Address, place: v.nullable(PicturePlace) }),
  /** A name that no open session has, for the field on Home. */
  v.strictObject({ what: v.literal('name'), customer: v.pipe(v.string(), v.maxLength(80)) }),
  /** A code that no open session has. */
  v.strictObject({ what: v.literal('no-code') }),
]);
export type Asked = v.InferOutput<typeof Asked>;
