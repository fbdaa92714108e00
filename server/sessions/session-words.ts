import { wordsIn } from '../../shared/contract/session-records.ts';

/** A session is found by so many words at most. */
const MOST_WORDS = 24;

/** What a session is found by: words of the customer's name, address and phone number, and of the reason. */
export function sessionWords({
  customer,
  reason = '',
}: {
  readonly customer: { readonly name: string; readonly email: string; readonly phone: string };
  readonly reason?: string;
}): string[] {
  const digits = customer.phone.replaceAll(/\D/g, '');
  const words = [...wordsIn(customer.name), ...wordsIn(customer.email), ...wordsIn(digits), ...wordsIn(reason)];
  return [...new Set(words)].slice(0, MOST_WORDS);
}
