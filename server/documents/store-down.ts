import { Error as MongooseErrors, mongo } from 'mongoose';

/**
 * Whether an error says that the store cannot be reached, as opposed to a request that it refused. Such a failure passes
 * by itself, so callers are told `store-down` (503) and not that they did something wrong.
 */
export function isStoreDown(error: unknown): boolean {
  return (
    error instanceof mongo.MongoNetworkError ||
    error instanceof mongo.MongoServerSelectionError ||
    error instanceof mongo.MongoNotConnectedError ||
    error instanceof mongo.MongoTopologyClosedError ||
    error instanceof mongo.MongoExpiredSessionError ||
    error instanceof MongooseErrors.MongooseServerSelectionError ||
    // What mongoose throws for an operation on a connection that is closed; it has no class of its own.
    (error instanceof MongooseErrors && /initial connection|buffering timed out|not connected/i.test(error.message))
  );
}
