import { ObjectId } from 'bson';

import { StoreError, notServed } from '../errors.ts';
import type { Condition } from '../query/condition.ts';
import type { FieldPath } from '../query/path.ts';
import { compareText, areEqual } from '../values/compare.ts';
import { decode, encode } from '../values/codec.ts';
import { isDocument, kindOf } from '../values/kinds.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { checkArrayFilters, parseArrayFilters } from './array-filters.ts';
import { updateOperators } from './operators.ts';
import type { Change, ChangeMoment } from './operators.ts';
import { concretePaths, isPositional } from './positional.ts';
import { parseUpdatePath } from './update-path.ts';

/** A parsed update: a whole new document, or changes of fields. */
export type Update =
  | { kind: 'replacement'; document: BsonDocument }
  | { kind: 'changes'; changes: Change[]; arrayFilters: ReadonlyMap<string, Condition> };

/** Parses an update. Pipelines and operators that are not served are refused by name; so are conflicting paths (40). */
export function parseUpdate(update: unknown, arrayFilters: readonly BsonDocument[] = []): Update {
  if (Array.isArray(update)) throw notServed('an update by an aggregation pipeline');
  if (!isDocument(update)) throw new StoreError('FailedToParse', 'Update argument must be a document');
  const names = Object.keys(update);
  if (!names[0]?.startsWith('$')) {
    const operator = names.find((name) => name.startsWith('$'));
    if (operator !== undefined)
      throw new StoreError(
        'DollarPrefixedFieldName',
        `The dollar ($) prefixed field '${operator}' is not allowed in a replacement`,
      );
    if (arrayFilters.length > 0)
      throw new StoreError('FailedToParse', 'arrayFilters may not be specified for a replacement-style update');
    return { kind: 'replacement', document: update };
  }
  const filters = parseArrayFilters(arrayFilters);
  const changes = Object.entries(update).flatMap(([operator, fields]) => changesOf(operator, fields));
  refuseConflicts(update);
  checkArrayFilters(
    changes.map(({ name }) => name),
    filters,
  );
  return {
    kind: 'changes',
    changes: changes.sort((left, right) => compareText(left.name, right.name)),
    arrayFilters: filters,
  };
}

/** What an update is applied in: `now` for `$currentDate`, whether the document is being made by an upsert, and what `$` stands for. */
export type UpdateMoment = Omit<ChangeMoment, 'arrayFilters'>;

/**
 * The document after the update, as new bytes; the one given is left alone. The `_id` may not change (66).
 */
export function applyUpdate(
  update: Update,
  before: BsonDocument,
  moment: UpdateMoment,
): { document: BsonDocument; bytes: Uint8Array } {
  const after = update.kind === 'replacement' ? replaced(update.document, before) : changed(update, before, moment);
  if ('_id' in before && (!('_id' in after) || !areEqual(before['_id'], after['_id']))) {
    throw new StoreError(
      'ImmutableField',
      `Performing an update on the path '_id' would modify the immutable field '_id'`,
    );
  }
  const document = moment.isInsert ? withId(after) : after;
  return { document, bytes: encode(document) };
}

/** Refuses the `_id`s that MongoDB refuses: arrays, regular expressions, and documents with fields that start with a dollar. */
export function checkId(id: unknown): void {
  const kind = kindOf(id);
  if (kind === 'array' || kind === 'regex' || kind === 'missing') {
    throw new StoreError(
      'InvalidIdField',
      `The '_id' value cannot be of type ${kind === 'missing' ? 'undefined' : kind}`,
    );
  }
  const operator = isDocument(id) ? Object.keys(id).find((name) => name.startsWith('$')) : undefined;
  if (operator !== undefined)
    throw new StoreError(
      'DollarPrefixedFieldName',
      `_id fields may not contain '$'-prefixed fields: ${operator} is not valid for storage.`,
    );
}

/** The document with its `_id` first; one without an `_id` gets a new ObjectId. */
export function withId(document: BsonDocument): BsonDocument {
  const { _id, ...rest } = document;
  const id = '_id' in document ? _id : new ObjectId();
  checkId(id);
  return { _id: id, ...rest };
}

function changesOf(operator: string, fields: unknown): Change[] {
  const make = Object.hasOwn(updateOperators, operator) ? updateOperators[operator] : undefined;
  if (operator === '$bit') throw notServed('update operator $bit');
  if (make === undefined) {
    throw new StoreError(
      'FailedToParse',
      `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  }
  if (!isDocument(fields)) {
    throw new StoreError(
      'FailedToParse',
      `Modifiers operate on fields but we found type ${kindOf(fields)} instead. For example: {$mod: {<field>: ...}} not {${operator}: …}`,
    );
  }
  return Object.entries(fields).map(([name, operand]) => {
    const path = parseUpdatePath(name);
    if (!path.some(isPositional)) return { path, name, apply: make(path, name, operand) };
    if (operator === '$rename')
      throw new StoreError('BadValue', `The source field for $rename may not be dynamic: ${name}`);
    return { path, name, apply: atPositions(path, (place) => make(place, place.join('.'), operand)) };
  });
}

/** No two changes may touch one field, or a field and something inside it. */
function refuseConflicts(update: BsonDocument): void {
  const touched = Object.entries(update).flatMap(([operator, fields]) => {
    if (!isDocument(fields)) return [];
    const targets = operator === '$rename' ? Object.values(fields).map(String) : [];
    return [...Object.keys(fields), ...targets];
  });
  const names = touched.sort(compareText);
  const taken = new Set<string>();
  for (const name of names) {
    const parts = name.split('.');
    const clash = parts.map((_, place) => parts.slice(0, place + 1).join('.')).find((prefix) => taken.has(prefix));
    if (clash !== undefined)
      throw new StoreError(
        'ConflictingUpdateOperators',
        `Updating the path '${name}' would create a conflict at '${clash}'`,
      );
    taken.add(name);
  }
}

function replaced(replacement: BsonDocument, before: BsonDocument): BsonDocument {
  if (!('_id' in before)) return replacement;
  const { _id, ...rest } = replacement;
  return { _id: '_id' in replacement ? _id : before['_id'], ...rest };
}

/** A change of every place that a path with positional parts stands for. */
function atPositions(path: FieldPath, make: (place: FieldPath) => Change['apply']): Change['apply'] {
  return (document, moment) => {
    for (const place of concretePaths(path, document, moment)) make(place)(document, moment);
  };
}

function changed(
  { changes, arrayFilters }: Update & { kind: 'changes' },
  before: BsonDocument,
  moment: UpdateMoment,
): BsonDocument {
  // A copy through BSON: the changes then share nothing with the original.
  const document = decode(encode(before));
  for (const change of changes) change.apply(document, { ...moment, arrayFilters });
  return document;
}
