/** What the customer's pages say of what ended without them. Names have been made safe to show already. */
import type { RequestEnding, ReservationEnding } from '../../../shared/contract/ending.ts';

export const endingTexts = {
  putAway: 'Hide this',

  request: {
    title: {
      'page-closed': 'You have lost your place in line, because this page was closed for more than three minutes.',
      'channel-removed': 'You are not in line any more: nobody answers there now.',
    } satisfies Record<RequestEnding, string>,
    askAgain: 'What you asked stands in the form. Ask again to get in line.',
    ask: 'Ask again to get in line.',
  },

  reservation: {
    title: {
      soon: 'The call that you reserved did not come.',
      at: (day: string, time: string) => `The call that you reserved for ${day} at ${time} did not come.`,
    },
    text: {
      expired:
        'Nobody could call you in time, and nobody will call any more. Leave another reservation, or ask for help.',
      closed: 'Nobody answers there any more, and nobody will call. Choose something else, and ask again.',
    } satisfies Record<ReservationEnding, string>,
  },

  invitation: {
    title: 'Your invitation does not hold any more.',
    text: 'It was out for 24 hours. Make another one, or ask in the line.',
  },

  direct: {
    expired: (name: string) => `${name} has not answered.`,
    passed: (name: string) => `${name} cannot help now.`,
    text: 'Ask in the line, or try again later.',
  },

  knock: {
    title: 'You were not let in.',
    text: 'Ask the person who helps you for another code.',
  },
};
