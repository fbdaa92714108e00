import { StoreError } from '../errors.ts';
import { toPath } from '../query/path.ts';
import type { FieldPath } from '../query/path.ts';
import { parseProjection, project } from '../query/projection.ts';
import { fieldOf, isDocument, isNumericKind, kindOf } from '../values/kinds.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { parseExpression } from './expression.ts';
import type { Compute } from './expression.ts';
import { withValue } from './array-stages.ts';
import { isTrue } from './truth.ts';

/** What a stage makes of one document. */
export type Change = (document: BsonDocument) => BsonDocument;

/** `$addFields` and `$set`: the document with computed fields. */
export function addFields(operand: unknown): Change {
  const fields = computedFields(asDocument('$addFields', operand));
  return (document) => withComputed(document, document, fields);
}

/** `$project`: the fields that are named, kept, left out or computed. */
export function projectFields(operand: unknown): Change {
  const entries = leaves(asDocument('$project', operand));
  if (entries.length === 0)
    throw new StoreError(
      'BadValue',
      'Invalid $project :: caused by :: projection specification must have at least one field',
    );
  const plain = entries.filter(({ value }) => isPlain(value));
  const computed = entries.filter(({ value }) => !isPlain(value));
  if (computed.length === 0) {
    const projection = parseProjection(operand);
    return (document) => (projection === undefined ? document : project(projection, document));
  }
  const dropped = plain.find(({ name, value }) => name !== '_id' && !isTrue(value));
  if (dropped !== undefined)
    throw new StoreError(
      'BadValue',
      `Invalid $project :: caused by :: Cannot do exclusion on field ${dropped.name} in inclusion projection`,
    );
  const isComputed = (name: string): boolean => computed.some((entry) => entry.name === name);
  const dropsId = isComputed('_id') || plain.some(({ name, value }) => name === '_id' && !isTrue(value));
  const kept = plain.filter(({ name }) => name !== '_id').map(({ name, value }) => [name, value] as const);
  const keep = keeping(kept, !dropsId);
  const fields = computed.map(({ name, value }) => ({ path: toPath(name), compute: parseExpression(value) }));
  return (document) => withComputed(keep(document), document, fields);
}

/** `$unset`: the document without these fields. */
export function unsetFields(operand: unknown): Change {
  const names = Array.isArray(operand) ? operand : [operand];
  if (names.length === 0 || !names.every((name) => typeof name === 'string' && name !== ''))
    throw new StoreError('BadValue', '$unset specification must be a string or an array of strings');
  const projection = parseProjection(Object.fromEntries(names.map((name) => [String(name), false])));
  return (document) => (projection === undefined ? document : project(projection, document));
}

/** `$replaceRoot` and `$replaceWith`: the document that the expression gives. */
export function replaceRoot(expression: unknown): Change {
  const compute = parseExpression(expression);
  return (document) => {
    const root = compute({ root: document, variables: {} });
    if (isDocument(root)) return root;
    throw new StoreError(
      'BadValue',
      `'newRoot' expression must evaluate to an object, but resulting value was of type ${kindOf(root)}`,
    );
  };
}

/** The expression in `{newRoot: …}`. */
export function newRootOf(operand: unknown): unknown {
  const { newRoot } = asDocument('$replaceRoot', operand);
  if (newRoot === undefined) throw new StoreError('BadValue', 'no newRoot specified for the $replaceRoot stage');
  return newRoot;
}

type ComputedField = { path: FieldPath; compute: Compute };

function computedFields(operand: BsonDocument): ComputedField[] {
  const entries = leaves(operand);
  if (entries.length === 0)
    throw new StoreError('BadValue', 'Invalid $addFields :: caused by :: specification must have at least one field');
  return entries.map(({ name, value }) => ({ path: toPath(name), compute: parseExpression(value) }));
}

function withComputed(start: BsonDocument, root: BsonDocument, fields: readonly ComputedField[]): BsonDocument {
  return fields.reduce((result, { path, compute }) => withValue(result, path, compute({ root, variables: {} })), start);
}

/** Documents inside of documents name fields, unless they are an expression. */
function leaves(operand: BsonDocument, prefix = ''): { name: string; value: unknown }[] {
  return Object.entries(operand).flatMap(([name, value]) => {
    if (name.startsWith('$') || name === '') throw new StoreError('BadValue', `Invalid field name '${prefix}${name}'`);
    const isFields =
      isDocument(value) && Object.keys(value).length > 0 && !(Object.keys(value)[0] ?? '').startsWith('$');
    return isFields ? leaves(value, `${prefix}${name}.`) : [{ name: `${prefix}${name}`, value }];
  });
}

function keeping(kept: readonly (readonly [string, unknown])[], keepsId: boolean): Change {
  const projection = parseProjection(Object.fromEntries([...kept, ['_id', keepsId]]));
  if (kept.length > 0 && projection !== undefined) return (document) => project(projection, document);
  return (document) => {
    const id = keepsId ? fieldOf(document, '_id') : undefined;
    return id === undefined ? {} : { _id: id };
  };
}

function isPlain(value: unknown): boolean {
  return typeof value === 'boolean' || isNumericKind(kindOf(value));
}

function asDocument(stage: string, operand: unknown): BsonDocument {
  if (!isDocument(operand)) throw new StoreError('BadValue', `${stage} specification must be an object`);
  return operand;
}
