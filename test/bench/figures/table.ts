/** Prints figures as the Markdown tables that docs/benchmarks.md keeps. */

export function printHeading(text: string): void {
  console.log(`\n## ${text}\n`);
}

/** Every row needs as many cells as the head. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  console.log([line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n'));
}

/** Milliseconds as people compare them: one decimal below a hundred. */
export function inMs(ms: number): string {
  if (Number.isNaN(ms)) return 'none seen';
  return `${ms < 100 ? ms.toFixed(1) : ms.toFixed(0)} ms`;
}

/** `2.41 ×`. */
export function asRatio(own: number, peer: number): string {
  return Number.isFinite(own / peer) ? `${(own / peer).toFixed(2)} ×` : 'unknown';
}
