import { AppError } from '../../shared/contract/errors.ts';
import type { SessionRecord } from './session-model.ts';

/**
 * Before something is written about a session that may have ended: where its customer was erased, nothing is.
 * @throws AppError `not-found`
 */
export function requireStillKept({ projection }: Pick<SessionRecord, 'projection'>): void {
  // Only erasing leaves an end without a log.
  if (projection.ended === null || projection.lastSeq > 0) return;
  throw new AppError('not-found', { text: 'What was kept of this customer was erased. Nothing is added to it.' });
}
