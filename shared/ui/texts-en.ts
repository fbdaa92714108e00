/** The few words that components say by themselves; every other word comes in through props. */
export const textsEn = {
  close: 'Close',
  optional: 'optional',
  cancel: 'Cancel',
  menu: 'Menu',
  more: 'More',
  newMessages: 'New messages',
  sent: 'Sent',
  read: 'Read',
  notSent: 'Not sent',
  repsOnly: 'Reps only',
  send: 'Send',
  home: 'Home',
  sessions: 'Sessions',
  sections: 'Sections',
  digitsEntered: (entered: number, of: number) => `${entered} of ${of} digits`,
  secondsLeft: (seconds: number) => `${seconds} seconds left`,
  times: (times: number) => `${times} times`,
  waiting: (count: number) => `${count} waiting`,
  unread: (count: number) => `${count} unread`,
  less: 'One less',
  oneMore: 'One more',
  step: (step: number) => `Step ${step}`,
};

/** What another language must provide. */
export type ComponentTexts = typeof textsEn;
