import * as v from 'valibot';

import { search, searchFor } from '../planner/search.ts';
import type { Search } from '../planner/search.ts';
import { parseFilter } from '../query/parse-filter.ts';
import { toPath, valuesAt } from '../query/path.ts';
import { eachOf } from '../turns.ts';
import { encodeKey } from '../values/key-writer.ts';
import type { BsonDocument } from '../values/kinds.ts';
import * as args from './arguments.ts';
import type { Command } from './command.ts';

const distinctFields = {
  distinct: args.collectionName,
  key: v.string('must be text'),
  query: v.optional(args.document, {}),
  hint: v.optional(args.anything),
};

/** Lists the values of a field, each once; elements of arrays count one by one. */
export const distinct: Command = function* (context, body) {
  const { distinct: name, key } = args.readArguments('distinct', distinctFields, body);
  const path = toPath(key);
  const values = new Map<string, unknown>();
  yield* eachOf(search(context.store.find(`${context.database}.${name}`), distinctSearch(body)), ({ document }) => {
    for (const value of valuesAt(document, path)) {
      const text = encodeKey(value).toString('latin1');
      if (!values.has(text)) values.set(text, value);
    }
  });
  return { values: [...values.values()] };
};

/** What a distinct command looks for. */
export function distinctSearch(body: BsonDocument): Search {
  const { query, hint } = args.readArguments('distinct', distinctFields, body);
  return searchFor(parseFilter(query), { hint });
}
