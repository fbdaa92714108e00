/** What is done to the computer when the session is over. */
import type { AfterSession } from '../../shared/contract/tool-use.ts';
import type { NoticeView } from '../windows/host-windows.ts';

/** The button that leaves everything as it is. */
export const LEAVE_IT = 'leave';

const SECONDS = 20;

const words = {
  lock: {
    soon: 'This computer is locked in a moment.',
    text: 'Nothing that is open is closed. You unlock it with your password.',
    now: 'Lock it now',
    chosen: 'This computer is locked when the session ends.',
  },
  'log-out': {
    soon: 'You are logged out of this computer in a moment.',
    text: 'Save what is open. What is not saved is lost.',
    now: 'Log out now',
    chosen: 'You are logged out of this computer when the session ends.',
  },
} as const satisfies Record<Exclude<AfterSession, 'nothing'>, object>;

/** When it was chosen. */
export function chosenNotice(then: Exclude<AfterSession, 'nothing'>): NoticeView {
  return {
    title: words[then].chosen,
    text: 'You are asked again then. Take back the repair actions if you do not want it.',
    buttons: [{ id: 'close', label: 'Close' }],
    closesAfterSeconds: 30,
  };
}

/** Before it is done. Without an answer it is. */
export function afterwardsNotice(then: Exclude<AfterSession, 'nothing'>): NoticeView {
  const { soon, text, now } = words[then];
  return {
    title: `The session has ended. ${soon}`,
    text: `${text} RemoteHelp then removes itself from this computer.`,
    buttons: [
      { id: LEAVE_IT, label: 'Leave it as it is' },
      { id: 'now', label: now },
    ],
    closesAfterSeconds: SECONDS,
  };
}
