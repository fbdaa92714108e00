/** A number with what it counts, in English: `1 customer`, `2 customers`. */
export function count(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`;
}
