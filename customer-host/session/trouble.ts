import { AppError } from '../../shared/contract/errors.ts';
import { PlatformUnavailable } from '../native/platform-unavailable.ts';
import { sentenceNotice, troubleNotice, type HostTrouble } from '../texts/en.ts';
import { HostWindowsError, type NoticeView } from '../windows/host-windows.ts';

/** What the customer reads of an error that the host cannot go on after. */
export function noticeOf(error: unknown): NoticeView {
  return isOfDesktop(error) ? sentenceNotice(error.message) : troubleNotice(troubleOf(error));
}

/** Something about this computer's desktop, said in a sentence for the customer. */
export function isOfDesktop(error: unknown): error is PlatformUnavailable | HostWindowsError {
  return error instanceof PlatformUnavailable || error instanceof HostWindowsError;
}

/** Which of the troubles that a customer can be told of lies behind an error. */
export function troubleOf(error: unknown): HostTrouble {
  if (!(error instanceof AppError)) return 'fault';
  switch (error.code) {
    case 'ticket-refused':
    case 'session-ended':
    case 'not-signed-in':
    case 'not-found':
      return 'ticketRefused';
    case 'protocol-mismatch':
      return 'tooOld';
    default:
      return 'noServer';
  }
}
