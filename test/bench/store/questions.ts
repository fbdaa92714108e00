/** What the server asks of the store most often, each as its own code asks it. */
import * as v from 'valibot';
import { LOG_PAGE } from '../../../shared/contract/shared-events.ts';
import { spreadOf } from '../figures/spread.ts';
import type { Spread } from '../figures/spread.ts';
import { timeOf } from '../figures/time-of.ts';
import type { BenchStore } from './bench-store.ts';
import { clientIdOf, ownerOf, sessionId } from './fill.ts';
import type { Size } from './fill.ts';

export interface Answered {
  readonly name: string;
  readonly times: Spread;
  readonly returned: number;
  readonly keysExamined: number;
  readonly documentsExamined: number;
}

interface Question {
  readonly name: string;
  readonly collection: 'sessions' | 'log_entries';
  readonly filter: object;
  readonly sort?: Record<string, 1 | -1>;
  readonly limit: number;
}

/** A question about one session or another: `number` chooses which. */
function questionsAbout(number: number, { entriesEach }: Size): Question[] {
  const session = sessionId(number);
  const seq = 1 + (number % entriesEach);
  return [
    { name: 'a session by its id', collection: 'sessions', filter: { _id: session }, limit: 1 },
    { name: 'an entry by its place', collection: 'log_entries', filter: { session, seq }, limit: 1 },
    {
      name: 'an entry by what its sender called it',
      collection: 'log_entries',
      filter: { session, clientId: clientIdOf(number, seq) },
      limit: 1,
    },
    {
      name: 'what a session’s log has after an entry',
      collection: 'log_entries',
      filter: { session, seq: { $gt: Math.floor(entriesEach / 2) } },
      sort: { seq: 1 },
      limit: LOG_PAGE + 1,
    },
    {
      name: 'a whole log',
      collection: 'log_entries',
      filter: { session, seq: { $gt: 0 } },
      sort: { seq: 1 },
      limit: LOG_PAGE + 1,
    },
    {
      name: 'a rep’s open sessions',
      collection: 'sessions',
      filter: { owner: ownerOf(number), state: { $in: ['waiting-code', 'live'] } },
      limit: 0,
    },
    {
      name: 'a rep’s last 50 ended sessions',
      collection: 'sessions',
      filter: { owner: ownerOf(number), state: 'ended', browser: { $exists: true } },
      sort: { endedAt: -1 },
      limit: 51,
    },
  ];
}

/** Asks each question `times` times, of sessions from everywhere, in turns. */
export async function askQuestions(store: BenchStore, size: Size, times: number): Promise<Answered[]> {
  const took = new Map<string, number[]>();
  for (let time = 0; time < times; time += 1) {
    const number = (time * 7919) % size.sessions;
    for (const question of questionsAbout(number, size)) {
      const own = took.get(question.name) ?? [];
      took.set(question.name, own);
      own.push(await timeOf(() => ask(store, question).toArray()));
    }
  }
  return Promise.all(
    questionsAbout(7919 % size.sessions, size).map(async (question) => {
      const { executionStats: stats } = v.parse(Explained, await ask(store, question).explain());
      return {
        name: question.name,
        times: spreadOf(took.get(question.name) ?? []),
        returned: stats.nReturned,
        keysExamined: stats.totalKeysExamined,
        documentsExamined: stats.totalDocsExamined,
      };
    }),
  );
}

const Explained = v.object({
  executionStats: v.object({
    nReturned: v.number(),
    totalKeysExamined: v.number(),
    totalDocsExamined: v.number(),
  }),
});

/** By the plain driver, so that mongoose's share is left out. */
function ask({ connection }: BenchStore, { collection, filter, sort, limit }: Question) {
  const found = connection.collection(collection).find(filter).limit(limit);
  return sort === undefined ? found : found.sort(sort);
}
