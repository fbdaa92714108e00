/** What is kept of one customer, for an administrator who must hand it out or erase it. */
import * as v from 'valibot';
import { operation } from './contract.ts';
import { SearchText } from './session-records.ts';
import { Moment } from './text.ts';

/** In what something of a customer is kept. */
export const CustomerDataKind = v.picklist(['session', 'request', 'reservation', 'invitation', 'trust']);
export type CustomerDataKind = v.InferOutput<typeof CustomerDataKind>;

const RecordId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/, 'not an id'));
const Named = { kind: CustomerDataKind, id: RecordId };

/** One document that names a customer. */
export const CustomerItem = v.strictObject({
  ...Named,
  name: v.string(),
  email: v.string(),
  phone: v.string(),
  at: Moment,
  /** What it was about: a reason, or what was written. */
  about: v.string(),
  /** It lasts still: nothing is erased before it has ended. */
  isLive: v.boolean(),
});
export type CustomerItem = v.InferOutput<typeof CustomerItem>;

/** So many are found of each kind, and can be erased at once. */
export const mostCustomerItems = 200;

const Chosen = v.pipe(v.array(v.strictObject(Named)), v.minLength(1), v.maxLength(mostCustomerItems * 5));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** How many documents of each kind were erased, and entries of logs with them. */
export const Erased = v.strictObject({
  sessions: Count,
  logEntries: Count,
  requests: Count,
  reservations: Count,
  invitations: Count,
  trusts: Count,
});
export type Erased = v.InferOutput<typeof Erased>;

export const adminCustomerDataOperations = {
  /** By the beginnings of words of name, e-mail and phone number. What is looked for is not written into the audit trail. */
  'customers.find': operation(
    v.strictObject({ text: v.pipe(SearchText, v.minLength(2, 'must have at least 2 characters')) }),
    v.strictObject({ items: v.array(CustomerItem), isMore: v.boolean() }),
  ),
  /** Everything that is kept in one document, with the whole log of a session; secrets left out. */
  'customers.read': operation(v.strictObject(Named), v.strictObject({ record: v.unknown() })),
  /** Takes the customer out of these for good; all or nothing is refused with `not-allowed` while one of them lasts. */
  'customers.erase': operation(v.strictObject({ items: Chosen }), v.strictObject({ erased: Erased })),
};
