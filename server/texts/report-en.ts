/** What a report says of a session before anybody has written in it. */
import type { ConsentScope } from '../../shared/contract/consent.ts';
import type { EndReason } from '../../shared/contract/session-log.ts';

/** A length as people say it: `45 s`, `16 min 30 s`, `1 h 5 min`. */
function spoken(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (hours > 0) return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
  return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
}

const times = (count: number) => (count === 1 ? '' : `, ${count} times`);

/** One sentence for each thing that was done. */
export const reportWords = {
  chat: (messages: number) => (messages === 1 ? 'Chat: 1 message.' : `Chat: ${messages} messages.`),
  talked: (ms: number) => `Talked for ${spoken(ms)}.`,
  seen: (ms: number) => `Saw the screen for ${spoken(ms)}.`,
  controlled: (ms: number) => `Used mouse and keyboard for ${spoken(ms)}.`,
  refused: (scope: ConsentScope, count: number) =>
    `${scope === 'view' ? 'Seeing the screen was refused' : 'Control was refused'}${times(count)}.`,
  filesReceived: (names: readonly string[]) => `Files from the customer: ${names.join(', ')}.`,
  filesSent: (names: readonly string[]) => `Files to the customer: ${names.join(', ')}.`,
  opened: (names: readonly string[]) => `Opened for the customer: ${names.join(', ')}.`,
  reps: (names: readonly string[]) => `Helped by ${names.join(', then ')}.`,
  ends: {
    finished: '',
    'feels-wrong': 'The customer ended it: this feels wrong.',
    lost: 'The customer did not come back.',
    'rep-lost': 'The representative did not come back.',
    'rep-stopped': 'The representative’s account was switched off.',
    expired: 'It ran out.',
  } satisfies Record<EndReason, string>,
};
