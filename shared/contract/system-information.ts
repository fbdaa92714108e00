/** Viewer ↔ host: what the customer's computer is and runs, a category at a time, read anew with every question. */
import * as v from 'valibot';
import { contract, operation } from './contract.ts';
import { Moment } from './text.ts';
import { SystemCategory } from './tool-use.ts';

/** Text of the computer's own, cut by the host; it is shown, never executed or rendered. */
const Cell = v.pipe(v.string(), v.maxLength(500));

/** More rows than this are cut, and it is said. */
export const MOST_SYSTEM_ROWS = 2000;

const Column = v.strictObject({ name: v.pipe(v.string(), v.maxLength(60)), isNumber: v.boolean() });

/** A list such as that of the processes. Every row has a cell for each column. */
export const SystemTable = v.strictObject({
  columns: v.pipe(v.array(Column), v.minLength(1), v.maxLength(8)),
  rows: v.pipe(v.array(v.pipe(v.array(Cell), v.maxLength(8))), v.maxLength(MOST_SYSTEM_ROWS)),
  /** How many rows were left off. */
  leftOff: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type SystemTable = v.InferOutput<typeof SystemTable>;

/** One category as it was at a moment. `problem` says why something is missing, in words for people; empty for nothing. */
export const SystemReading = v.strictObject({
  category: SystemCategory,
  /** By the clock of that computer. */
  at: Moment,
  facts: v.pipe(v.array(v.strictObject({ name: v.pipe(v.string(), v.maxLength(80)), value: Cell })), v.maxLength(200)),
  table: v.nullable(SystemTable),
  problem: Cell,
});
export type SystemReading = v.InferOutput<typeof SystemReading>;

export const systemInformationContract = contract(
  { 'system.read': operation(v.strictObject({ category: SystemCategory }), SystemReading) },
  v.never(),
);
