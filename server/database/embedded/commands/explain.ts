import { Int32 } from 'bson';
import * as v from 'valibot';

import { notServed } from '../errors.ts';
import { plan } from '../planner/plan.ts';
import { search } from '../planner/search.ts';
import type { BsonDocument } from '../values/kinds.ts';
import * as args from './arguments.ts';
import type { Command } from './command.ts';
import { findSearch } from './read.ts';

/** Says which index a find uses, and how many keys and documents it looks at. Of other commands it is refused by name. */
export const explain: Command = (context, body) => {
  const { explain: explained } = args.readArguments(
    'explain',
    { explain: args.document, verbosity: v.optional(args.anything) },
    body,
  );
  const [name = ''] = Object.keys(explained);
  if (name !== 'find') throw notServed(`explain of the command '${name}'`);
  const namespace = `${context.database}.${String(explained['find'])}`;
  const collection = context.store.find(namespace);
  const wanted = findSearch(context, explained);
  const winningPlan: BsonDocument =
    collection === undefined ? { stage: 'EOF' } : describe(plan(collection, wanted.filter, wanted.sort, wanted.hint));
  const examined = { keys: 0, documents: 0 };
  let returned = 0;
  for (const _ of search(collection, wanted, examined)) returned += 1;
  return {
    queryPlanner: { namespace, winningPlan, rejectedPlans: [] },
    executionStats: {
      executionSuccess: true,
      nReturned: new Int32(returned),
      totalKeysExamined: new Int32(examined.keys),
      totalDocsExamined: new Int32(examined.documents),
    },
  };
};

function describe(chosen: ReturnType<typeof plan>): BsonDocument {
  const direction = chosen.backwards ? 'backward' : 'forward';
  const source: BsonDocument =
    chosen.kind === 'collection'
      ? { stage: 'COLLSCAN', direction }
      : {
          stage: 'FETCH',
          inputStage: {
            stage: 'IXSCAN',
            indexName: chosen.index.definition.name,
            keyPattern: chosen.index.definition.key,
            isMultiKey: chosen.index.isMultikey,
            direction,
            ranges: new Int32(chosen.ranges.length),
          },
        };
  return chosen.sorted ? source : { stage: 'SORT', inputStage: source };
}
