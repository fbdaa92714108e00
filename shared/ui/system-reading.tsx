import { useState } from 'preact/hooks';
import type { SystemReading, SystemTable } from '../contract/system-information.ts';
import { Notice } from './notice.tsx';
import './system-reading.css';

/** What it says beside the computer's own words. */
export interface SystemReadingWords {
  readonly details: string;
  readonly search: string;
  readonly leftOff: (count: number) => string;
}

type SystemReadingViewProps = { reading: SystemReading; words: SystemReadingWords };

/** One category of what a computer is and runs: facts, then a list with a field to find something in it. */
export function SystemReadingView({ reading: { facts, table, problem }, words }: SystemReadingViewProps) {
  return (
    <div class="rh-system-body" tabIndex={0} role="region" aria-label={words.details}>
      {problem !== '' && <Notice kind="info">{problem}</Notice>}
      {facts.length > 0 && (
        <dl class="rh-system-facts">
          {facts.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {table !== null && <Table table={table} words={words} />}
    </div>
  );
}

function Table({ table: { columns, rows, leftOff }, words }: { table: SystemTable; words: SystemReadingWords }) {
  const [sought, setSought] = useState('');
  const wanted = sought.trim().toLowerCase();
  const shown = wanted === '' ? rows : rows.filter((row) => row.some((cell) => cell.toLowerCase().includes(wanted)));
  return (
    <>
      {rows.length > 12 && (
        <input
          class="rh-system-search"
          type="search"
          value={sought}
          aria-label={words.search}
          placeholder={words.search}
          onInput={(event) => setSought(event.currentTarget.value)}
        />
      )}
      <table class="rh-system-table">
        <thead>
          <tr>
            {columns.map(({ name, isNumber }) => (
              <th key={name} scope="col" data-number={isNumber}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, place) => (
            <tr key={place}>
              {row.map((cell, column) => (
                <td key={column} data-number={columns[column]?.isNumber}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {leftOff > 0 && <p class="rh-soft">{words.leftOff(leftOff)}</p>}
    </>
  );
}
