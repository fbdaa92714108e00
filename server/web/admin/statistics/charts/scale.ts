/** Round marks for an axis, from 0 to at least `most`, three to five of them. */
export function roundMarks(most: number): number[] {
  const rough = Math.max(most, 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max([1, 2, 2.5, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? rough, 1);
  const count = Math.max(1, Math.ceil(Math.max(most, 1) / step));
  return Array.from({ length: count + 1 }, (_none, index) => index * step);
}

/** Which of `count` places get a word, so that words of `wordWidth` px never touch on `width` px. */
export function placesWithWords(count: number, width: number, wordWidth: number): ReadonlySet<number> {
  if (count === 0) return new Set();
  const each = Math.max(1, Math.ceil((wordWidth * count) / Math.max(width, 1)));
  // Weeks read better than odd numbers of days.
  const step = each > 2 && each < 7 ? 7 : each > 7 ? Math.ceil(each / 7) * 7 : each;
  return new Set(Array.from({ length: Math.ceil(count / step) }, (_none, index) => index * step));
}
