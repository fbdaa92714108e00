/** Documents that the store clears by itself. */

/** They are kept for so much longer than they count: the store goes by its own clock, which somebody may set. */
const clearedLateMs = 2 * 3_600_000;

/** When the store may clear what counts until this moment. */
export function clearedLate(until: number): Date {
  return new Date(until + clearedLateMs);
}
