import { Long } from 'bson';
import * as v from 'valibot';

import { StoreError, notServed } from '../errors.ts';
import { isDocument, kindOf, isNumericKind } from '../values/kinds.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { toDouble, toInteger } from '../values/numbers.ts';
import { checkConcerns } from './concerns.ts';

/** A whole number of any BSON type. */
export const integer = v.pipe(
  v.custom<unknown>((value) => toInteger(value) !== undefined, 'must be a whole number'),
  v.transform((value) => toInteger(value) ?? 0),
);

/** A whole number that is not negative. */
export const count = v.pipe(integer, v.minValue(0, 'must not be negative'));

/** A truth value; numbers count as MongoDB counts them. */
export const flag = v.pipe(
  v.custom<unknown>((value) => typeof value === 'boolean' || isNumericKind(kindOf(value)), 'must be true or false'),
  v.transform((value) => (typeof value === 'boolean' ? value : toDouble(value) !== 0)),
);

/** A document whose fields are looked at later. */
export const document = v.custom<BsonDocument>(isDocument, 'must be a document');

/** An array of documents. */
export const documents = v.array(document, 'must be an array of documents');

/** Anything, looked at later. */
export const anything = v.unknown();

/** The id of a cursor. */
export const cursorId = v.pipe(
  v.custom<unknown>((value) => value instanceof Long || toInteger(value) !== undefined, 'must be a cursor id'),
  v.transform((value) => (value instanceof Long ? value.toBigInt() : BigInt(toInteger(value) ?? 0))),
);

/** A collection's name. */
export const collectionName = v.pipe(v.string('must be a collection name'), v.minLength(1, 'must not be empty'));

const meaningless = new Set(
  ['$db', 'lsid', '$clusterTime', '$readPreference', 'readConcern', 'writeConcern', 'comment', 'maxTimeMS'].concat([
    'apiVersion',
    'apiStrict',
    'apiDeprecationErrors',
    'noCursorTimeout',
    'allowDiskUse',
    'bypassDocumentValidation',
    'commitQuorum',
  ]),
);
const transactional = ['txnNumber', 'startTransaction', 'autocommit'];
const knownElsewhere = new Set(
  ['let', 'sampleRate', 'showRecordId', 'returnKey', 'min', 'max', 'tailable', 'awaitData', 'oplogReplay'].concat(
    [
      'capped',
      'size',
      'timeseries',
      'validator',
      'validationLevel',
      'validationAction',
      'viewOn',
      'pipeline',
      'clusteredIndex',
    ],
    [
      'changeStreamPreAndPostImages',
      'encryptedFields',
      'storageEngine',
      'expireAfterSeconds',
      'isMapReduceCommand',
      'exchange',
    ],
  ),
);

/**
 * Checks a command's (or a statement's) fields. Fields that the embedded store does not serve are refused by name, unknown ones as
 * MongoDB refuses them (40415), wrong ones with what they must be.
 */
export function readArguments<Entries extends v.ObjectEntries>(
  command: string,
  entries: Entries,
  body: BsonDocument,
): v.InferOutput<v.ObjectSchema<Entries, undefined>> {
  const transaction = transactional.find((name) => name in body);
  if (transaction !== undefined)
    throw new StoreError('IllegalOperation', 'Transaction numbers are only allowed on a replica set member or mongos');
  checkConcerns(body);
  for (const [name, value] of Object.entries(body)) {
    if (name in entries || meaningless.has(name)) continue;
    if (name === 'collation') refuseCollation(value);
    else if (value === false && knownElsewhere.has(name)) continue;
    else if (knownElsewhere.has(name)) throw notServed(`${command} option '${name}'`);
    else throw new StoreError('UnknownField', `BSON field '${command}.${name}' is an unknown field.`);
  }
  const result = v.safeParse(v.object(entries), body);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = issue.path?.map((part) => String(part.key)).join('.') ?? '';
  throw new StoreError('TypeMismatch', `BSON field '${command}.${path}' ${issue.message}`);
}

function refuseCollation(collation: unknown): void {
  if (isDocument(collation) && (collation['locale'] === 'simple' || Object.keys(collation).length === 0)) return;
  throw notServed('collation');
}
