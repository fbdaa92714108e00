import { AppError } from '../../shared/contract/errors.ts';
import type { HostTrouble } from '../texts/en.ts';

/** Which of the troubles that a customer can be told of lies behind an error. */
export function troubleOf(error: unknown): HostTrouble {
  if (!(error instanceof AppError)) return 'desktopLost';
  switch (error.code) {
    case 'ticket-refused':
    case 'session-ended':
    case 'not-signed-in':
    case 'not-found':
      return 'ticketUsed';
    case 'protocol-mismatch':
      return 'tooOld';
    case 'untrusted-server':
      return 'untrustedServer';
    default:
      return 'noServer';
  }
}
