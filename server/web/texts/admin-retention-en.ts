/** For how long data are kept. */
import type { Overdue, Retention } from '../../../shared/contract/retention.ts';
import { count } from './count.ts';

const days = (value: number | null) => (value === null ? 'for ever' : count(value, 'day', 'days'));
const typedDays = (typed: string) =>
  /^\d*$/.test(typed) ? days(typed === '' ? null : Number(typed)) : `${typed} days`;

const names: Record<keyof Retention, string> = {
  sessionDays: 'sessions',
  requestDays: 'requests',
  invitationDays: 'invitations',
  trustDays: 'trust',
};

export const retentionTexts = {
  title: 'Retention',
  empty: 'Empty: for ever.',
  placeholder: 'for ever',
  wrong: 'Write 1 to 3650 days, or leave it empty.',
  rows: {
    sessionDays: {
      title: 'Sessions',
      hint: 'With their logs (every message, grant and file name), receipts and answers to the survey.',
      label: 'Days after the end of a session',
    },
    requestDays: {
      title: 'Requests',
      hint: 'And reservations that are over: name, e-mail, phone number, reason.',
      label: 'Days after a request',
    },
    invitationDays: {
      title: 'Invitations',
      hint: 'That are over, with the addresses that they were mailed to.',
      label: 'Days after an invitation',
    },
    trustDays: {
      title: 'Trust',
      hint: 'Customers who may ask a rep directly: their names, and that both agreed. After that they need a code again.',
      label: 'Days after it was used last',
    },
  } satisfies Record<keyof Retention, { title: string; hint: string; label: string }>,
  stays:
    'Statistics stay as they are: they are kept by the day, without names. What lasts still is never deleted, nor is the audit trail. Backups hold what was there when they were made.',
  /** `now` is what is typed, which may be no number yet. */
  change: (part: keyof Retention, before: number | null, now: string) =>
    `${names[part]} ${days(before)} → ${typedDays(now)}`,
  ask: {
    title: 'Delete what is older?',
    goes: ({ sessions, requests, reservations, invitations, trusts }: Overdue) =>
      `Gone for good within the next hours: ${[
        count(sessions, 'session', 'sessions'),
        count(requests, 'request', 'requests'),
        count(reservations, 'reservation', 'reservations'),
        count(invitations, 'invitation', 'invitations'),
        count(trusts, 'trust', 'trusts'),
      ].join(', ')}. From then on everything goes when its time is over.`,
    stays: 'Statistics do not change. What a day has not been added up of yet waits until it is.',
    keep: 'Keep everything',
    act: 'Save and delete',
  },
} as const;
