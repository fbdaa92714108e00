import { AppError } from '../../shared/contract/errors.ts';
import { isStoreDown } from '../documents/store-down.ts';
import type { Log } from '../logging/log.ts';

/** What a caller is told when a handler failed with something unexpected: the store being down, or a bug. Logged here. */
export function describeFault(log: Log, error: unknown, operation: string): AppError {
  if (isStoreDown(error)) {
    log.warn('The store cannot be reached', { operation });
    return new AppError('store-down', { cause: error });
  }
  log.fault('An operation failed', error, { operation });
  return new AppError('server-fault', { cause: error });
}
