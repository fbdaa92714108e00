import { StoreError } from '../errors.ts';
import { Breath, breath, breathing, mapped } from '../turns.ts';
import type { Flow } from '../turns.ts';
import { encodeKey } from '../values/key-writer.ts';
import { isDocument, setField } from '../values/kinds.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { parseAccumulator } from './accumulators.ts';
import { parseExpression } from './expression.ts';
import { weightOf } from './weight.ts';

const maxKeptBytes = 100 * 1024 * 1024;

/** Reads a `$group`; the result groups documents. What it keeps is bounded, as in MongoDB without a disk (292). */
export function parseGroup(operand: unknown): (documents: Flow<BsonDocument>) => Generator<BsonDocument | Breath> {
  if (!isDocument(operand)) throw new StoreError('BadValue', "a group's fields must be specified in an object");
  if (!Object.hasOwn(operand, '_id')) throw new StoreError('BadValue', 'a group specification must include an _id');
  const { _id, ...others } = operand;
  const idOf = parseExpression(_id);
  const fields = Object.entries(others).map(([name, given]) => parseAccumulator(name, given));
  return function* group(documents) {
    const groups = new Map<string, { id: unknown; accumulators: ReturnType<(typeof fields)[number]['make']>[] }>();
    let keptBytes = 0;
    for (const root of documents) {
      if (root instanceof Breath) {
        yield breath;
        continue;
      }
      const scope = { root, variables: {} };
      const id = idOf(scope) ?? null;
      const key = encodeKey(id).toString('latin1');
      let found = groups.get(key);
      if (found === undefined) {
        found = { id, accumulators: fields.map(({ make }) => make()) };
        groups.set(key, found);
        keptBytes += key.length + 100 * (1 + fields.length);
      }
      for (const [place, { compute }] of fields.entries()) {
        const accumulator = found.accumulators[place];
        const value = compute(scope);
        accumulator?.take(value);
        if (accumulator?.keeps === true) keptBytes += weightOf(value);
      }
      if (keptBytes > maxKeptBytes) throw tooMuch();
    }
    yield* mapped(breathing(groups.values()), ({ id, accumulators }) => {
      const result: BsonDocument = { _id: id };
      for (const [place, { name }] of fields.entries()) setField(result, name, accumulators[place]?.result());
      return result;
    });
  };
}

function tooMuch(): StoreError {
  return new StoreError(
    'QueryExceededMemoryLimitNoDiskUseAllowed',
    `Exceeded memory limit for $group of ${maxKeptBytes} bytes; keep less of each document`,
  );
}
