import { useId } from 'preact/hooks';
import { placesWithWords, roundMarks } from './scale.ts';
import { useWidth } from './use-width.ts';

/** One bar: what was well below, what was not above it, hatched. */
export interface Bar {
  readonly key: string;
  readonly label: string;
  /** What the bar says when one points at it. */
  readonly title: string;
  readonly good: number;
  readonly bad: number;
}

type BarChartProps = {
  /** A sentence that says what the chart shows. */
  name: string;
  bars: readonly Bar[];
  /** The one that stands out, in words above it. */
  outlier?: { readonly key: string; readonly text: string } | undefined;
};

const HEIGHT = 232;
const TOP = 34;
const BOTTOM = 24;
const LEFT = 34;
const WORD_WIDTH = 64;

/** Bars in two parts over a horizontal grid; the numbers stand in the table of the same data. */
export function BarChart({ name, bars, outlier }: BarChartProps) {
  const { box, width } = useWidth();
  const hatch = useId();
  const marks = roundMarks(Math.max(0, ...bars.map(({ good, bad }) => good + bad)));
  const most = marks.at(-1) ?? 1;
  const plain = HEIGHT - TOP - BOTTOM;
  const room = Math.max(0, width - LEFT);
  const slot = bars.length === 0 ? 0 : room / bars.length;
  const barWidth = Math.max(1, Math.min(36, slot * 0.72));
  const heightOf = (value: number) => (value / most) * plain;
  const worded = placesWithWords(bars.length, room, WORD_WIDTH);
  const outlierPlace = bars.findIndex(({ key }) => key === outlier?.key);
  return (
    <div class="chart" ref={box}>
      {width > 0 && (
        <svg role="img" aria-label={name} width={width} height={HEIGHT}>
          <defs>
            <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect class="chart-hatch-ground" width="5" height="5" />
              <rect class="chart-hatch-line" width="2" height="5" />
            </pattern>
          </defs>
          <Grid marks={marks} width={width} />
          {bars.map((bar, place) => {
            const x = LEFT + place * slot + (slot - barWidth) / 2;
            const goodTop = HEIGHT - BOTTOM - heightOf(bar.good);
            const badHeight = heightOf(bar.bad);
            return (
              <g key={bar.key}>
                <title>{bar.title}</title>
                <rect class="chart-bar" x={x} y={goodTop} width={barWidth} height={heightOf(bar.good)} />
                {bar.bad > 0 && (
                  <rect
                    class="chart-bar-bad"
                    fill={`url(#${hatch})`}
                    x={x}
                    y={goodTop - badHeight}
                    width={barWidth}
                    height={badHeight}
                  />
                )}
                {worded.has(place) && (
                  <text
                    class="chart-word"
                    x={LEFT + place * slot + slot / 2}
                    y={HEIGHT - 6}
                    text-anchor={anchorOf(place, bars.length)}
                  >
                    {bar.label}
                  </text>
                )}
              </g>
            );
          })}
          {outlier !== undefined && outlierPlace >= 0 && (
            <text
              class="chart-word"
              x={LEFT + outlierPlace * slot + slot / 2}
              y={TOP - 14}
              text-anchor={
                outlierPlace < bars.length / 3 ? 'start' : outlierPlace > (bars.length * 2) / 3 ? 'end' : 'middle'
              }
            >
              {outlier.text}
            </text>
          )}
        </svg>
      )}
    </div>
  );
}

/** The horizontal lines with their numbers. */
export function Grid({ marks, width }: { marks: readonly number[]; width: number }) {
  const most = marks.at(-1) ?? 1;
  return (
    <>
      {marks.map((mark) => {
        const y = HEIGHT - BOTTOM - (mark / most) * (HEIGHT - TOP - BOTTOM);
        return (
          <g key={mark}>
            <line class="chart-grid" x1={LEFT} x2={width} y1={y} y2={y} />
            <text class="chart-number" x={LEFT - 8} y={y + 4} text-anchor="end">
              {mark.toLocaleString('en')}
            </text>
          </g>
        );
      })}
    </>
  );
}

/** The first word must not leave the picture on the left, the last one not on the right. */
export function anchorOf(place: number, count: number): 'start' | 'middle' | 'end' {
  if (count === 1) return 'middle';
  return place === 0 ? 'start' : place === count - 1 ? 'end' : 'middle';
}

/** Where charts that stand beside each other begin and end, in px. */
export const frame = { height: HEIGHT, top: TOP, bottom: BOTTOM, left: LEFT, wordWidth: WORD_WIDTH } as const;
