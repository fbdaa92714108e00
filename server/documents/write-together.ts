import { mongo } from 'mongoose';
import type { Outcome } from './in-batches.ts';

/**
 * Makes writes of one collection in one trip to the store, straight by the driver: each for itself, so that one which is
 * refused stops no other. Throws when it is not known what has become of them, as when the store went away.
 */
export async function writeTogether<Document extends mongo.Document>(
  collection: Pick<mongo.Collection<Document>, 'bulkWrite'>,
  writes: readonly mongo.AnyBulkWriteOperation<Document>[],
): Promise<Outcome<undefined>[]> {
  const outcomes = writes.map((): Outcome<undefined> => ({ result: undefined }));
  try {
    await collection.bulkWrite([...writes], { ordered: false });
  } catch (error) {
    for (const refused of refusals(error)) {
      outcomes[refused.index] = {
        error: new mongo.MongoServerError({ message: refused.errmsg ?? 'A write was refused.', code: refused.code }),
      };
    }
  }
  return outcomes;
}

/** Which of the writes were refused. Rethrows what is about all of them. */
function refusals(error: unknown): readonly mongo.WriteError[] {
  if (!(error instanceof mongo.MongoBulkWriteError)) throw error;
  const refused = [error.writeErrors].flat();
  if (refused.length > 0) return refused;
  // The driver puts whatever happened to a batch into an error of the server. What has no code never came from there.
  throw error.code === undefined ? new mongo.MongoNetworkError(error.message, { cause: error }) : error;
}
