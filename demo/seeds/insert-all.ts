/** So many go to the store together. */
const TOGETHER = 500;

/**
 * Stores thousands of documents in a few turns; one at a time would be thousands of writes to the disk. Straight to the
 * driver, as the session log does: they are whole records already, and what is wrong in one shows when it is read.
 */
export async function insertAll(
  model: {
    readonly collection: { insertMany(documents: object[], options: { ignoreUndefined: true }): Promise<unknown> };
  },
  documents: readonly object[],
): Promise<void> {
  for (let first = 0; first < documents.length; first += TOGETHER) {
    await model.collection.insertMany(documents.slice(first, first + TOGETHER), { ignoreUndefined: true });
  }
}
