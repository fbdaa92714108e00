/** What a question to the store cost: every command that it really sent, explained. */
import type { Connection } from 'mongoose';
import type { CommandStartedEvent } from 'mongodb';
import * as v from 'valibot';
import { timeOf } from '../figures/time-of.ts';

export interface Examined {
  readonly ms: number;
  readonly commands: number;
  readonly keys: number;
  readonly documents: number;
  /** Collections that were gone through from end to end. */
  readonly scanned: readonly string[];
}

const reading: ReadonlySet<string> = new Set(['find', 'count', 'aggregate', 'distinct']);
const ofTheDriver: ReadonlySet<string> = new Set(['lsid', 'txnNumber']);

const Explained = v.object({
  queryPlanner: v.object({ namespace: v.string(), winningPlan: v.unknown() }),
  executionStats: v.object({ totalKeysExamined: v.number(), totalDocsExamined: v.number() }),
});

/** The connection must have been opened with `monitorCommands`. */
export async function examine(connection: Connection, ask: () => Promise<unknown>): Promise<Examined> {
  const sent: Record<string, unknown>[] = [];
  const note = ({ commandName, command }: CommandStartedEvent) => {
    if (reading.has(commandName)) sent.push(withoutDriversOwn(command));
  };
  const client = connection.getClient();
  client.on('commandStarted', note);
  const ms = await timeOf(ask);
  client.off('commandStarted', note);
  let [keys, documents] = [0, 0];
  const scanned = new Set<string>();
  for (const command of sent) {
    const answer: unknown = await connection.db?.command({ explain: command, verbosity: 'executionStats' });
    const { queryPlanner, executionStats } = v.parse(Explained, answer);
    keys += executionStats.totalKeysExamined;
    documents += executionStats.totalDocsExamined;
    if (JSON.stringify(queryPlanner.winningPlan).includes('"COLLSCAN"')) scanned.add(queryPlanner.namespace);
  }
  return { ms, commands: sent.length, keys, documents, scanned: [...scanned] };
}

function withoutDriversOwn(command: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(command).filter(([name]) => !name.startsWith('$') && !ofTheDriver.has(name)),
  );
}
