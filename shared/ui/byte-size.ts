const units = ['B', 'kB', 'MB', 'GB'] as const;

/** A size as people read it: `214 kB`, `1.4 MB`. */
export function byteSize(bytes: number): string {
  let [size, unit] = [bytes, 0];
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || size >= 10 ? Math.round(size).toString() : size.toFixed(1);
  return `${digits} ${units[unit] ?? 'B'}`;
}
