import { StoreError } from '../errors.ts';
import { isDocument } from '../values/kinds.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { toInteger } from '../values/numbers.ts';

const readLevels = new Set<unknown>(['local', 'available', 'majority', undefined]);

/**
 * Refuses the concerns that only a replica set can meet, as a standalone does. The others are met by whatever is done: there is one copy,
 * and a write is on the disk before it is answered.
 */
export function checkConcerns({ readConcern, writeConcern }: BsonDocument): void {
  if (isDocument(readConcern) && !readLevels.has(readConcern['level']))
    throw new StoreError('NotAReplicaSet', 'node needs to be a replica set member to use read concern');
  const copies = isDocument(writeConcern) ? toInteger(writeConcern['w']) : undefined;
  if (copies !== undefined && copies > 1)
    throw new StoreError('BadValue', "cannot use 'w' > 1 when a host is not replicated");
}
