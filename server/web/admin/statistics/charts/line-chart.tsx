import { Grid, anchorOf, frame } from './bar-chart.tsx';
import { placesWithWords, roundMarks } from './scale.ts';
import { useWidth } from './use-width.ts';

/** One line: `null` where there was nothing to measure. The word at its end tells which it is. */
export interface ChartLine {
  readonly key: 'first' | 'second';
  readonly values: readonly (number | null)[];
  readonly word: string;
}

type LineChartProps = {
  /** A sentence that says what the chart shows. */
  name: string;
  labels: readonly string[];
  lines: readonly ChartLine[];
};

/** Room for the words at the ends of the lines. */
const RIGHT = 96;
/** Words at the ends keep this distance. */
const APART = 16;

/** Two lines over a horizontal grid, the second dashed, each with its word at its end. */
export function LineChart({ name, labels, lines }: LineChartProps) {
  const { box, width } = useWidth();
  const values = lines.flatMap((line) => line.values.filter((value) => value !== null));
  const marks = roundMarks(Math.max(0, ...values));
  const most = marks.at(-1) ?? 1;
  const room = Math.max(0, width - frame.left - RIGHT);
  const x = (place: number) => frame.left + (labels.length < 2 ? room / 2 : (place * room) / (labels.length - 1));
  const y = (value: number) => frame.height - frame.bottom - (value / most) * (frame.height - frame.top - frame.bottom);
  const worded = placesWithWords(labels.length, room, frame.wordWidth);
  const ends = apart(lines.map((line) => y(line.values.findLast((value) => value !== null) ?? 0)));
  return (
    <div class="chart" ref={box}>
      {width > 0 && (
        <svg role="img" aria-label={name} width={width} height={frame.height}>
          <Grid marks={marks} width={width - RIGHT} />
          {labels.map(
            (label, place) =>
              worded.has(place) && (
                <text
                  key={label}
                  class="chart-word"
                  x={x(place)}
                  y={frame.height - 6}
                  text-anchor={anchorOf(place, labels.length)}
                >
                  {label}
                </text>
              ),
          )}
          {lines.map((line, index) => {
            const points = line.values.flatMap((value, place) => (value === null ? [] : [`${x(place)},${y(value)}`]));
            const last = line.values.findLastIndex((value) => value !== null);
            if (last < 0) return null;
            return (
              <g key={line.key} class={`chart-line-${line.key}`}>
                <polyline class="chart-line" points={points.join(' ')} />
                <circle class="chart-dot" cx={x(last)} cy={y(line.values[last] ?? 0)} r="3" />
                <text class="chart-end" x={x(last) + 8} y={(ends[index] ?? 0) + 4}>
                  {line.word}
                </text>
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}

/** Heights of words, moved so that none lies on another; the upper one gives way upwards. */
function apart(heights: readonly number[]): number[] {
  const [one, other] = heights;
  if (one === undefined || other === undefined || Math.abs(one - other) >= APART) return [...heights];
  const middle = Math.max(frame.top, Math.min((one + other) / 2, frame.height - frame.bottom - APART / 2));
  return one > other ? [middle + APART / 2, middle - APART / 2] : [middle - APART / 2, middle + APART / 2];
}
