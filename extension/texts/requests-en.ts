/** Words about those who wait, and about what is offered. */
import type { Priority } from '../../shared/contract/queue-settings.ts';

export const requestTexts = {
  waiting: 'Waiting',
  nobody: 'Nobody waits. You will hear a sound.',
  nobodySilent: 'Nobody waits.',
  accept: 'Accept',
  acceptName: (name: string) => `Accept ${name}`,
  accepting: 'Accepting…',
  pass: 'Pass',
  line: (channel: string, waited: string) => `${channel} · waiting ${waited}`,
  lostLine: (channel: string, rep: string) => `${channel} · ${rep} has lost the connection`,
  lostBy: (rep: string) => `session of ${rep}`,
  assignedBy: 'Assigned by',
  assignedReason: (lead: string, reason: string) => `Assigned by ${lead}: ${reason}`,
  incident: 'Kind',
  phone: 'Phone',
  email: 'E-mail',
  since: 'Asked at',
  at: (day: string, time: string) => `${time}, ${day}`,
  offeredToYou: 'Offered to you',
  offeredTo: (name: string) => `Offered to ${name}`,
  priorityOf: (name: string) => `Priority of ${name}`,
  priorities: { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' } satisfies Record<Priority, string>,
  takenBy: (name: string) => `Taken by ${name}`,
  takenByYou: 'Taken by you',
  left: 'Left the line',
};
