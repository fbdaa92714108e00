/** How much of the most, as a bar inside a table's cell; the number stands beside it. */
export function InlineBar({ value, most }: { value: number; most: number }) {
  const share = most <= 0 ? 0 : Math.round((value / most) * 1000) / 10;
  return (
    <svg class="chart-inline" aria-hidden="true" width="100%" height="8">
      <rect class="chart-bar" width={`${share}%`} height="8" />
    </svg>
  );
}
