import { AppError } from '../../../shared/contract/errors.ts';
import { texts } from '../texts/admin-en.ts';

/** What a person reads when a call failed; a bug is thrown on. */
export function errorWords(error: unknown): string {
  if (!(error instanceof AppError)) throw error;
  return texts.errors[error.code] ?? error.message;
}

/** Whether a call failed because a name is in use, which belongs to the name's field. */
export function isNameTaken(error: unknown): boolean {
  return error instanceof AppError && error.code === 'already-exists';
}
