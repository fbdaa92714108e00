/** Documents that name a customer are found by the words of name, e-mail and phone number, through an index. */
import type { Query, Schema } from 'mongoose';
import * as v from 'valibot';
import { wordsIn } from '../../shared/contract/session-records.ts';

const Customer = v.object({
  name: v.string(),
  email: v.fallback(v.string(), ''),
  phone: v.fallback(v.string(), ''),
});
const MOST_WORDS = 24;

/** The words of whoever a document names. */
export function customerWords(customer: {
  name: string;
  email?: string | undefined;
  phone?: string | undefined;
}): string[] {
  const { name, email = '', phone = '' } = customer;
  return [...new Set([name, email, phone.replaceAll(/\D/g, '')].flatMap(wordsIn))].slice(0, MOST_WORDS);
}

/** Keeps `words` beside the names of every document of this schema, when it is made and when somebody changes them. */
export function foundByWords<Document>(schema: Schema<Document>, index: string): void {
  schema.path('words', { type: [String], default: undefined });
  schema.index({ words: 1 }, { name: index });
  schema.pre('save', function () {
    const named = v.safeParse(Customer, this.toObject());
    if (named.success) this.set('words', customerWords(named.output));
  });
  schema.pre('findOneAndUpdate', function (this: Query<unknown, Document>) {
    const update = this.getUpdate();
    const change = update !== null && !Array.isArray(update) ? update.$set : undefined;
    const named = v.safeParse(Customer, change);
    if (named.success) this.set('words', customerWords(named.output));
  });
}
