/** The mails that the server writes, in plain text. */

export interface GuideFacts {
  readonly organisation: string;
  readonly rep: string;
  /** Six digits. */
  readonly code: string;
  /** For how long the code holds. */
  readonly minutes: number;
  /** The page where it is typed. */
  readonly address: string;
  /** The connection link, which needs no typing; missing when it has died. */
  readonly link: string | undefined;
}

export interface InvitationFacts {
  readonly organisation: string;
  readonly name: string;
  readonly message: string;
  readonly link: string;
  /** Ten characters. */
  readonly code: string;
}

export interface ReservationFacts {
  readonly organisation: string;
  readonly channel: string;
  /** Milliseconds; `null` for as soon as possible. */
  readonly wishedAt: number | null;
  /** In which the time is written, such as `Europe/Berlin`. */
  readonly timeZone: string;
  /** The page where it is changed and taken back. */
  readonly address: string;
}

export interface ReceiptFacts {
  readonly organisation: string;
  /** Who helped. */
  readonly reps: readonly string[];
  /** When the session began and ended, milliseconds. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** In which times are written. */
  readonly timeZone: string;
  /** The receipt's address, with its secret. */
  readonly link: string;
  /** In groups, as people compare it. */
  readonly fingerprint: string;
  readonly entries: number;
}

/** What has happened to a reservation that its customer is written about. */
export type ReservationTurn = 'made' | 'changed' | 'cancelled' | 'expired' | 'closed';

const toChange = 'To change it or take it back, open this page in the browser in which you asked:';
const toAskAgain = 'Nobody will call any more. Do you still need help? Then ask again on this page:';

const turns: Record<ReservationTurn, { readonly subject: string; readonly first: string; readonly next: string }> = {
  made: { subject: 'You will be called', first: 'has noted that you want to be called back.', next: toChange },
  changed: { subject: 'Your call has been changed', first: 'has changed the call that you asked for.', next: toChange },
  cancelled: {
    subject: 'You will not be called',
    first: 'has taken out the call that you had asked for.',
    next: 'Nobody will call. Was that not you? Then ask again on this page:',
  },
  expired: {
    subject: 'Nobody could call you',
    first: 'could not call you in the time for which your call was kept.',
    next: toAskAgain,
  },
  closed: {
    subject: 'You will not be called',
    first: 'takes no calls any more about what you had asked.',
    next: toAskAgain,
  },
};

/** Such as `Monday 30 November 2026, 14:30 (Europe/Berlin)`. */
function callTime(at: number, timeZone: string): string {
  const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone } as const;
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  const written = [day, time].map((format) => new Intl.DateTimeFormat('en-GB', format).format(at));
  return `${written.join(', ')} (${timeZone})`;
}

const minutesOf = (minutes: number) => (minutes === 1 ? '1 minute' : `${minutes} minutes`);

/** Each gives subject and text. What people wrote stands as it is: this is no HTML. */
export const letters = {
  test: (organisation: string) => ({
    subject: 'Mail from RemoteHelp works',
    text: `This is a test. ${organisation} can send mail from its RemoteHelp server.\n`,
  }),
  invitation: ({ organisation, name, message, link, code }: InvitationFacts) => ({
    subject: `${name} asks you for help with a computer`,
    text: [
      `${name} asks you for help, through ${organisation}.`,
      ...(message === '' ? [] : ['', message]),
      '',
      `1. Open this page:  ${link}`,
      '2. It says how you connect with the RemoteHelp extension.',
      `   In the extension you can type this code instead:  ${code.slice(0, 5)}-${code.slice(5)}`,
      '',
      'Whoever connects first helps; others can connect when that person has left. The invitation holds for 24 hours.',
      'Did you not expect this mail? Then do nothing.',
      '',
    ].join('\n'),
  }),
  reservation: (turn: ReservationTurn, { organisation, channel, wishedAt, timeZone, address }: ReservationFacts) => ({
    subject: `${turns[turn].subject}: ${organisation}`,
    text: [
      `${organisation} ${turns[turn].first}`,
      '',
      `When:   ${wishedAt === null ? 'as soon as somebody is free' : callTime(wishedAt, timeZone)}`,
      `About:  ${channel}`,
      '',
      turns[turn].next,
      address,
      '',
      'Nobody asks for your password, a card number or money.',
      'Did you not expect this mail? Then do nothing: somebody has typed your address by mistake.',
      '',
    ].join('\n'),
  }),
  receipt: ({ organisation, reps, startedAt, endedAt, timeZone, link, fingerprint, entries }: ReceiptFacts) => ({
    subject: `Receipt of your support session: ${organisation}`,
    text: [
      `Here is the receipt of your support session with ${organisation}.`,
      '',
      `Helped by:  ${reps.join(', ')}`,
      `Began:      ${callTime(startedAt, timeZone)}`,
      `Ended:      ${callTime(endedAt, timeZone)}`,
      '',
      'Everything that was done, allowed, refused and written:',
      link,
      '',
      'Whoever has this link can read the receipt. It works until the organisation deletes the session.',
      '',
      `Fingerprint:  ${fingerprint}  (${entries} entries)`,
      'The page shows the same one. If it shows another one, the receipt was changed after the session.',
      '',
      'Nobody asks for your password, a card number or money.',
      'Did you not expect this mail? Then do nothing: somebody has typed your address by mistake.',
      '',
    ].join('\n'),
  }),
  guide: ({ organisation, rep, code, minutes, address, link }: GuideFacts) => ({
    subject: `${rep} of ${organisation} waits for you`,
    text: [
      `${rep} of ${organisation} is ready to help you with your computer.`,
      '',
      `1. Open this page:  ${address}`,
      '2. Write your name.',
      `3. Type this code:  ${code.slice(0, 3)} ${code.slice(3)}`,
      '',
      `The code works once, for ${minutesOf(minutes)}. Is it too old? Ask ${rep} for another one.`,
      ...(link === undefined ? [] : ['', 'Or open this link, without typing anything:', link]),
      '',
      'You see on the page what is asked, and you can stop everything at any moment.',
      'Nobody asks for your password, a card number or money.',
      'Did you not expect this mail? Then do nothing.',
      '',
    ].join('\n'),
  }),
};
