import type { BsonDocument } from './values/kinds.ts';

/** MongoDB's error codes that the store answers with, by the names MongoDB gives them. */
export const errorCodes = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  TypeMismatch: 14,
  Overflow: 15,
  IllegalOperation: 20,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  InvalidIdField: 53,
  NotSingleValueField: 54,
  EmptyFieldName: 56,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  NotAReplicaSet: 123,
  CannotIndexParallelArrays: 171,
  QueryPlanKilled: 175,
  InvalidIndexSpecificationOption: 197,
  ConversionFailure: 241,
  NotImplemented: 238,
  QueryExceededMemoryLimitNoDiskUseAllowed: 292,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  CursorInUse: 12051,
  OutOfDiskSpace: 14031,
  UnknownField: 40415,
} as const;

/** One of MongoDB's names for an error. */
export type ErrorName = keyof typeof errorCodes;

/** A failure that goes back to the client with MongoDB's code and name; `details` are further fields of the error. */
export class StoreError extends Error {
  readonly codeName: ErrorName;
  readonly code: number;
  readonly details: BsonDocument;

  constructor(codeName: ErrorName, message: string, details: BsonDocument = {}) {
    super(message);
    this.codeName = codeName;
    this.code = errorCodes[codeName];
    this.details = details;
  }
}

/** The refusal of something that MongoDB has and this store does not: `what` names it, as in "query operator $where". */
export function notServed(what: string): StoreError {
  return new StoreError('NotImplemented', `${what} is not served by the embedded store; MONGODB_URI selects a MongoDB`);
}
