/** The sentences of the Team view. Names have been made safe to show already. */
import type { AssignmentEnd } from '../../shared/contract/team.ts';

const backInLine = (customer: string) => `${customer} is back in line, in the same place.`;

export const teamTexts = {
  room: 'Team',
  loading: 'Loading the team',
  failed: (why: string) => `The team cannot be shown. ${why}`,
  again: 'Try again',
  empty:
    'Nobody in your groups answers in a support channel yet. An administrator says whom you lead and who answers where.',
  asAt: (time: string) => `As it was at ${time}. It goes on when the server answers.`,
  waiting: 'Waiting',
  nobodyWaits: 'nobody waits',
  longest: (time: string) => `longest ${time}`,
  lineOf: (channel: string) => `Waiting in ${channel}`,
  take: 'Take',
  takeName: (customer: string) => `Take ${customer}`,
  assign: 'Assign',
  assignName: (customer: string) => `Assign ${customer} to`,
  assigned: (customer: string, rep: string) => `${customer} is put before ${rep}. You hear what comes of it.`,
  assignedTo: (rep: string, seconds: number) => `Assigned to ${rep}, ${seconds} s`,
  assignedToBy: (rep: string, lead: string, seconds: number) => `Assigned to ${rep} by ${lead}, ${seconds} s`,
  tried: {
    passed: (rep: string) => `${rep} passed`,
    missed: (rep: string) => `${rep} did not answer`,
    withdrawn: (rep: string) => `${rep} was gone`,
  },
  why: {
    offline: 'offline',
    away: 'away',
    full: (helping: number, capacity: number) => `full, ${helping} of ${capacity}`,
    asked: 'asked already',
    free: (helping: number, capacity: number) => `${helping} of ${capacity}`,
  },
  lately: 'Assigned lately',
  came: {
    accepted: (rep: string) => `${rep} accepted`,
    passed: (rep: string) => `${rep} passed`,
    missed: (rep: string) => `${rep} did not answer`,
    taken: (rep: string) => `Taken by somebody else, before ${rep} answered`,
    left: () => 'Left the line',
    withdrawn: (rep: string) => `${rep} was gone, Away or full`,
    replaced: (rep: string) => `Assigned anew, before ${rep} answered`,
  } satisfies Record<AssignmentEnd, (rep: string) => string>,
  by: (lead: string) => `by ${lead}`,
  byYou: 'by you',
  /** What the lead is told wherever they are. */
  told: {
    accepted: (rep: string, customer: string) => `${rep} accepted ${customer}.`,
    passed: (rep: string, customer: string) => `${rep} passed. ${backInLine(customer)}`,
    missed: (rep: string, customer: string) => `${rep} did not answer. ${backInLine(customer)}`,
    taken: (_rep: string, customer: string) => `Somebody else has taken ${customer}.`,
    left: (_rep: string, customer: string) => `${customer} has left the line.`,
    withdrawn: (rep: string, customer: string) => `${rep} is gone, Away or full. ${backInLine(customer)}`,
    replaced: (_rep: string, customer: string) => `Another lead has put ${customer} before somebody else.`,
  } satisfies Record<AssignmentEnd, (rep: string, customer: string) => string>,
  reps: 'Representatives',
  there: (there: number, all: number) => `${there} of ${all} there`,
  helping: (helping: number, capacity: number) => `${helping} of ${capacity}`,
  helpingSpoken: (helping: number, capacity: number) => `Helps ${helping} of ${capacity} customers at once`,
  since: (time: string) => `since ${time}`,
  sessionsOf: (rep: string) => `Sessions of ${rep}`,
  byCode: 'by code',
} as const;
