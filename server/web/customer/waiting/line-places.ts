/** The line as it is drawn: who is being helped, who is before and behind, with a gap where there are too many. Pure. */
import type { QueuePlace } from '../../../../shared/contract/customer-contract.ts';

/** One point of the line; `number` is the place in it. */
export type LinePlace =
  | { readonly kind: 'helped' }
  | { readonly kind: 'ahead'; readonly number: number }
  | { readonly kind: 'gap' }
  | { readonly kind: 'you'; readonly number: number }
  | { readonly kind: 'behind'; readonly number: number };

const MOST_HELPED = 2;
const MOST_AHEAD = 3;
const MOST_BEHIND = 2;

/** At most nine points, so that the line fits a phone's width. */
export function linePlaces({
  position,
  behind,
  beingHelped,
}: Pick<QueuePlace, 'position' | 'behind' | 'beingHelped'>): LinePlace[] {
  const helped = count(Math.min(beingHelped, MOST_HELPED)).map((): LinePlace => ({ kind: 'helped' }));
  const others = count(Math.min(behind, MOST_BEHIND)).map((nth): LinePlace => ({
    kind: 'behind',
    number: position + nth,
  }));
  return [...helped, ...ahead(position - 1), { kind: 'you', number: position }, ...others];
}

/** The first two and the last one of those before, if not all of them have room. */
function ahead(people: number): LinePlace[] {
  const at = (number: number): LinePlace => ({ kind: 'ahead', number });
  if (people <= MOST_AHEAD) return count(people).map(at);
  return [at(1), { kind: 'gap' }, at(people)];
}

/** 1 … n */
function count(n: number): number[] {
  return Array.from({ length: n }, (_, index) => index + 1);
}
