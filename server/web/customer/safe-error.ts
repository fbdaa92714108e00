import { AppError } from '../../../shared/contract/errors.ts';
import { failureWords } from '../../../shared/ui/failure-words.ts';
import { texts } from '../texts/customer.ts';

/** What a person reads when a call failed; a bug is thrown on. */
export function errorWords(error: unknown): string {
  if (!(error instanceof AppError)) throw error;
  return texts.errors[error.code] ?? failureWords(error);
}
