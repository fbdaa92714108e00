import { mongo } from 'mongoose';

/** Whether a write failed because a unique index (on `field`, if named) already has that value. */
export function isDuplicateKey(error: unknown, field?: string): boolean {
  if (!(error instanceof mongo.MongoServerError) || error.code !== 11_000) return false;
  const pattern: unknown = error['keyPattern'];
  return field === undefined || (typeof pattern === 'object' && pattern !== null && Object.hasOwn(pattern, field));
}

/** Whether an update failed because what is stored is of a type that it cannot change, such as a text that is to be counted up. */
export function isTypeMismatch(error: unknown): boolean {
  return error instanceof mongo.MongoServerError && error.code === 14;
}
