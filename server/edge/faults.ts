import { AppError } from '../../shared/contract/errors.ts';
import { isStoreDown } from '../documents/store-down.ts';
import type { Log } from '../logging/log.ts';
import type { StoreRoom } from '../store-room/store-room.ts';

/** Where faults are told. */
export interface FaultReport {
  readonly log: Log;
  readonly room: Pick<StoreRoom, 'noticed'>;
}

/** What a caller is told when a handler failed with something unexpected: the store being down or full, or a bug. Logged here. */
export function describeFault({ log, room }: FaultReport, error: unknown, operation: string): AppError {
  if (room.noticed(error)) {
    log.warn('There is no room to store what was asked for', { operation });
    return new AppError('store-full', { cause: error });
  }
  if (isStoreDown(error)) {
    log.warn('The store cannot be reached', { operation });
    return new AppError('store-down', { cause: error });
  }
  log.fault('An operation failed', error, { operation });
  return new AppError('server-fault', { cause: error });
}
