/**
 * The slot that one more reservation of a channel may take, or `undefined` when there is no room. Whoever takes it must
 * be the only one who does, which a unique index sees to; then there are never more open reservations than `limit`,
 * however many come at once.
 *
 * After the limit was lowered, slots beyond it may still be taken. So only those below a bound count as free, where the
 * bound and the slots taken from it on are no more than the limit. Pure.
 */
export function freeSlot(taken: ReadonlySet<number>, limit: number): number | undefined {
  const takenFrom = (bound: number) => [...taken].filter((slot) => slot >= bound).length;
  let bound = limit;
  while (bound > 0 && bound + takenFrom(bound) > limit) bound -= 1;
  for (let slot = 0; slot < bound; slot += 1) if (!taken.has(slot)) return slot;
  return undefined;
}
