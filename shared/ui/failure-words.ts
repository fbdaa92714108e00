import type { AppError } from '../contract/errors.ts';
import { errorTextsDe } from './error-texts-de.ts';
import { pageLanguage } from './language.ts';

/** A failure in the page's language. English is as the server says it, who may know more than the code does. */
export function failureWords(error: AppError): string {
  return pageLanguage === 'en' ? error.message : errorTextsDe[error.code];
}
