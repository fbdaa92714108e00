import { StoreError } from '../errors.ts';
import { documentKeys } from '../query/index-keys.ts';
import type { KeyPattern } from '../query/index-keys.ts';
import { eachOf, mapped } from '../turns.ts';
import type { Breath, Flow } from '../turns.ts';
import { encodeReply } from '../values/codec.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { MergeSort } from './merge-sort.ts';

const maxSortBytes = 100 * 1024 * 1024;

/** Counts the bytes that a sort keeps. @throws StoreError QueryExceededMemoryLimitNoDiskUseAllowed beyond 100 MiB. */
export class SortMemory {
  #bytes = 0;

  keep(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > maxSortBytes)
      throw new StoreError(
        'QueryExceededMemoryLimitNoDiskUseAllowed',
        `Sort exceeded memory limit of ${maxSortBytes} bytes; an index would serve it`,
      );
  }

  clear(): void {
    this.#bytes = 0;
  }
}

/** Documents in the order of a pattern; equal ones keep theirs. */
export function* sortedBy(pattern: KeyPattern, documents: Flow<BsonDocument>): Generator<BsonDocument | Breath> {
  const sort = new MergeSort<{ key: Buffer; document: BsonDocument }>((left, right) =>
    Buffer.compare(left.key, right.key),
  );
  const memory = new SortMemory();
  yield* eachOf(documents, (document) => {
    const key = documentKeys(pattern, document).keys[0] ?? Buffer.alloc(0);
    memory.keep(key.length + encodeReply(document).length);
    sort.add({ key, document });
  });
  yield* mapped(sort.sorted(), ({ document }) => document);
}
