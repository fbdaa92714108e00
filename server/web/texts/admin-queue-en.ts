/** Every sentence of the web panel about queue and distribution. */
import type { OfferPolicy, Priority } from '../../../shared/contract/queue-settings.ts';
import { count } from './count.ts';

const policies: Record<OfferPolicy, string> = {
  'longest-idle': 'The rep idle longest',
  'round-robin': 'Each rep in turn',
  'fewest-sessions': 'The rep with the fewest sessions',
  'to-all': 'All reps at once',
};

const priorities: Record<Priority, string> = { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' };

export const queueTexts = {
  title: 'Queue',
  ofOrganisation: 'The organisation’s queue',
  lead: 'What holds in every channel that says nothing of its own.',
  policies,
  priorities,
  asOrganisation: (value: string) => `As the organisation (${value})`,
  yes: 'Yes',
  no: 'No',
  seconds: (seconds: number) => `${seconds} seconds`,
  distribution: 'Distribution',
  distributionHint: 'Who is asked first.',
  policy: 'Offer to',
  passesOn: 'Passes on after',
  passesOnHint: 'seconds without an answer, 5 to 300',
  priority: 'Priority',
  priorityHint: 'Against other channels of the same reps.',
  away: 'Away reps',
  awayHint: 'Who is Away is asked nothing.',
  countsAway: 'Count Away reps in the queue’s limit',
  awayAfterMissed: 'Set a rep Away after three missed offers',
  ageing: 'Waiting and priority',
  ageingHint: 'So that nobody waits for ever.',
  priorityMinutes: 'Minutes for a level of priority',
  priorityMinutesHint: 'whoever has waited so much longer comes first, though another one presses more',
  meaning: {
    reps: (loggedIn: number, away: number) => {
      if (loggedIn === 0) return 'No rep of this channel is logged in.';
      const there = `${count(loggedIn, 'rep of this channel is', 'reps of this channel are')} logged in`;
      if (away === 0) return `${there}, none of them Away.`;
      return `${there}, ${away} of them Away.`;
    },
    available: (room: number, helped: number) =>
      `until ${count(room, 'customer is', 'customers are')} in session with reps who are not Away. Now ${helped}.`,
    busy: (mayWait: number, each: number, reps: number, waiting: number) =>
      `until ${count(mayWait, 'customer waits', 'customers wait')} (${each} × ${reps}). Now ${waiting}.`,
  },
} as const;
