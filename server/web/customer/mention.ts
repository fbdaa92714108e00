import { AppError } from '../../../shared/contract/errors.ts';

/** For calls that are worth nothing later: lost with the link, and nobody misses them. What else fails is a bug. */
export function mention(call: Promise<unknown>, onLost?: () => void): void {
  call.catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
    onLost?.();
  });
}
