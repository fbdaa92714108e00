import type { HourOfWeek } from '../../../../../shared/contract/statistics.ts';
import { texts } from '../../../texts/admin-en.ts';
import { roundAverage } from '../measure-words.ts';

/** Hours of the week as a table whose cells are the darker the more was asked; the number stands in each. */
export function HeatTable({ name, hours }: { name: string; hours: readonly HourOfWeek[] }) {
  const words = texts.statistics.hours;
  const most = Math.max(0, ...hours.map(({ average }) => average));
  const [first, last] = [Math.min(...hours.map(({ hour }) => hour)), Math.max(...hours.map(({ hour }) => hour))];
  const columns = Array.from({ length: last - first + 1 }, (_none, index) => first + index);
  const weekdays = [...new Set(hours.map(({ weekday }) => weekday))].sort((one, other) => one - other);
  const average = (weekday: number, hour: number) =>
    hours.find((each) => each.weekday === weekday && each.hour === hour)?.average;
  return (
    <div class="chart-heat-scroll" tabIndex={0} role="group" aria-label={words.title}>
      <table class="chart-heat">
        <caption class="rh-unseen">{name}</caption>
        <tbody>
          {weekdays.map((weekday) => (
            <tr key={weekday}>
              <th scope="row">{words.weekdays[weekday]}</th>
              {columns.map((hour) => {
                const value = average(weekday, hour);
                return (
                  <td key={hour} data-heat={value === undefined ? 0 : heatOf(value, most)}>
                    {value === undefined ? '' : roundAverage(value)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            {columns.map((hour) => (
              <th key={hour} scope="col">
                {hour}
              </th>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** 1 to 5, in equal steps of the most. */
function heatOf(value: number, most: number): number {
  return Math.max(1, Math.min(5, Math.ceil((value / Math.max(most, Number.MIN_VALUE)) * 5)));
}
