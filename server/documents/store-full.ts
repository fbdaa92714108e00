import { mongo } from 'mongoose';

/** MongoDB's code for a write that found no room on the disk. */
const outOfDiskSpace = 14_031;

/** Whether a write failed because there is no room on the store's disk. Nothing of it was stored, and reading goes on. */
export function isStoreFull(error: unknown): boolean {
  return error instanceof mongo.MongoServerError && error.code === outOfDiskSpace;
}
