/** One of the customers who wait, and what they say. */
export interface Role {
  /** By name. */
  readonly channel: string;
  readonly name: string;
  readonly email: string;
  readonly reason: string;
  readonly message: string;
  /** The first one when somebody answers, then one for each message of the other side. */
  readonly lines: readonly string[];
  /** Beside No on the question to show the screen. */
  readonly refusal: string;
}

export const roles: readonly Role[] = [
  {
    channel: 'Computers and printers',
    name: 'Marta Kowalenko',
    email: 'marta.kowalenko@ostervale.example',
    reason: 'Nothing prints',
    message: 'Since this morning nothing comes out of the printer on the second floor. The lamp on it is green.',
    lines: [
      'Hello, thank you for being so quick!',
      'It says “Ready”, nothing else.',
      'I switched it off and on again, as one does.',
      'Oh. There was a second printer in the list, and it was chosen. Now it prints!',
      'That was all. Have a good day!',
    ],
    refusal: 'I would rather not show the screen: I am at the counter, and readers’ names are on it.',
  },
  {
    channel: 'E-mail and passwords',
    name: 'Owen Blake',
    email: 'owen.blake@ostervale.example',
    reason: 'Is this e-mail genuine?',
    message: 'It says that my mailbox is full and that I have to sign in within an hour.',
    lines: [
      'Hi. I have not clicked on anything yet.',
      'The sender is “Mailbox Team”, but the address ends in something I do not know.',
      'All right, I delete it.',
      'Thank you. I tell my colleagues, too.',
    ],
    refusal: 'No, sorry, somebody once called me and wanted just that.',
  },
  {
    channel: 'Catalogue and lending',
    name: 'Yuki Tanaka',
    email: '',
    reason: 'The scanner beeps twice',
    message: '',
    lines: [
      'Hello! Books are not booked any more, and people are waiting.',
      'Yes, the cable is in.',
      'Now I have clicked into the field first. One beep!',
      'Thank you so much.',
    ],
    refusal: 'This computer may not run programs, so I cannot.',
  },
];
