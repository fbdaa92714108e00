/** What people came with, and how it went: the conversations of the past. */

import type { ChannelKey } from './channels.ts';

/** One thing that happens: words of either side, or what they do with the screen. */
export type Step =
  | { readonly customer: string }
  | { readonly rep: string }
  /** Asked, agreed on the page, fetched, and granted on the desktop. */
  | { readonly lets: 'view' | 'control' }
  /** Asked, and refused on the page. */
  | { readonly refuses: 'view' | 'control' }
  /** The customer's own hand takes control back for a moment. */
  | { readonly takesOver: true }
  | { readonly stops: 'rep' | 'customer' };

export interface Story {
  /** `null` began with a code. */
  readonly channel: ChannelKey | null;
  readonly reason: string;
  readonly message: string;
  readonly steps: readonly Step[];
  readonly endedBy: 'rep' | 'customer';
}

const c = (customer: string): Step => ({ customer });
const r = (rep: string): Step => ({ rep });

export const stories: readonly Story[] = [
  {
    channel: 'computers',
    reason: 'Nothing prints',
    message: 'The printer on the second floor shows a green lamp, but no paper comes out.',
    steps: [
      r('Good morning! Does the printer show a message on its display?'),
      c('It only says “Ready”.'),
      r('Then the computer may be sending to another one. May I look at your screen?'),
      { lets: 'view' },
      r('There it is: the old printer of the reading room is chosen. I would change that for you.'),
      { lets: 'control' },
      c('Please do.'),
      r('Done. Try a page now.'),
      c('It prints! Thank you.'),
    ],
    endedBy: 'rep',
  },
  {
    channel: 'computers',
    reason: 'The screen stays black',
    message: '',
    steps: [
      r('Hello! Is there a lamp on the frame of the screen?'),
      c('Yes, an orange one.'),
      r('Orange means that no picture arrives. Is the cable at its back pushed in all the way?'),
      c('It was loose. Now I see everything.'),
      r('Very good. Then I close this. Come back any time.'),
    ],
    endedBy: 'rep',
  },
  {
    channel: 'computers',
    reason: 'No sound in the video call',
    message: 'I hear nobody, but they hear me. The call goes on in ten minutes.',
    steps: [
      r('We will manage that. Which program is it?'),
      c('The one in the browser.'),
      r('May I see the settings with you?'),
      { refuses: 'view' },
      c('There are personal files open, sorry.'),
      r('No need to be sorry. Click on the loudspeaker at the bottom right: which device is chosen?'),
      c('“Monitor”. I changed it to “Headset” and it works!'),
      r('That was it.'),
    ],
    endedBy: 'customer',
  },
  {
    channel: 'computers',
    reason: 'The laptop is very slow',
    message: 'Since the update yesterday every click takes seconds.',
    steps: [
      r('Good afternoon. I would like to look at what keeps it busy.'),
      { lets: 'view' },
      r('An old back-up program starts over and over. I can switch it off; then I need mouse and keyboard.'),
      { lets: 'control' },
      { takesOver: true },
      c('Sorry, I touched the mouse.'),
      r('It waited for you. Done now: please restart when you have saved everything.'),
      { stops: 'rep' },
      c('Much better. Thanks!'),
    ],
    endedBy: 'rep',
  },
  {
    channel: 'mail',
    reason: 'Password forgotten',
    message: 'I was on holiday for three weeks.',
    steps: [
      r('Welcome back! I send a link to the address in your staff file.'),
      c('It is there.'),
      r('It works once, for an hour. Choose a sentence rather than a word.'),
      c('I am in. Thank you!'),
    ],
    endedBy: 'customer',
  },
  {
    channel: 'mail',
    reason: 'A strange e-mail asks for my password',
    message: 'It says that my mailbox is full and that I must sign in at once.',
    steps: [
      r('Well noticed. Please do not click on anything in it. Did you type your password anywhere?'),
      c('No, I wanted to ask first.'),
      r('Perfect. Forward it to us as an attachment and delete it. Nobody here will ever ask for your password.'),
      c('Done.'),
    ],
    endedBy: 'rep',
  },
  {
    channel: 'mail',
    reason: 'The calendar shows the wrong time',
    message: 'All meetings are an hour early.',
    steps: [
      r('That sounds like the time zone. May I see your calendar’s settings?'),
      { lets: 'view' },
      r('Under “General”, a little lower … there. Choose Ostervale.'),
      c('Now it is right. So simple!'),
      { stops: 'customer' },
    ],
    endedBy: 'rep',
  },
  {
    channel: 'mail',
    reason: 'Attachment does not open',
    message: 'A citizen sent a form, and the program says that it is damaged.',
    steps: [
      r('What does its name end in?'),
      c('.pages'),
      r('That is from another word processor. Ask them for a PDF, or upload it in our converter: I paste the way.'),
      r('Intranet, Tools, “Open foreign files”.'),
      c('Found it and it opened. Thank you.'),
    ],
    endedBy: 'customer',
  },
  {
    channel: 'lending',
    reason: 'Scanner at the counter beeps twice',
    message: 'Books are not booked. There is a line of people.',
    steps: [
      r('I am with you. Does the field for the number have a blinking cursor?'),
      c('No, the window behind has it.'),
      r('Click into the field once, then scan again.'),
      c('One beep. We are back, thank you!!'),
    ],
    endedBy: 'customer',
  },
  {
    channel: 'lending',
    reason: 'Cannot change a due date',
    message: 'The button is grey for one reader only.',
    steps: [
      r('May I see that record?'),
      { lets: 'view' },
      r('There is an open fee from March. Once it is settled or waived, the button comes back.'),
      c('I did not see that. Thank you.'),
      { stops: 'rep' },
    ],
    endedBy: 'rep',
  },
  {
    channel: null,
    reason: '',
    message: '',
    steps: [
      r('We were on the phone just now: then let us look together.'),
      { lets: 'control' },
      r('I put the missing drive back. It has the letter S.'),
      c('I see all my files again.'),
    ],
    endedBy: 'rep',
  },
];

/** People who ask. */
export const customers: readonly string[] = [
  'Marta Kowalenko',
  'Owen Blake',
  'Yuki Tanaka',
  'Leila Haddad',
  'Piotr Zielinski',
  'Hannah Vogt',
  'Samuel Adeyemi',
  'Chiara Bassi',
  'Erik Lindqvist',
  'Nadia Rahmani',
  'Peter Novak',
  'Aoife Brennan',
  'Carlos Ibarra',
  'Mei Ling Chen',
  'Rosa Dominguez',
  'Viktor Sandberg',
];
