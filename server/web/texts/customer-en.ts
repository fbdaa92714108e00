/** Every sentence of the customer's pages. Names that come in have been made safe to show already. */
import type { ControlDevices } from '../../../shared/contract/consent.ts';
import type { ErrorCode } from '../../../shared/contract/errors.ts';
import type { EndReason } from '../../../shared/contract/session-log.ts';
import { connectTexts } from './customer-connect-en.ts';
import { customerHands, removed, sessionTexts } from './customer-session-en.ts';

/** What was lent and used, and for how long. */
type UsedHands = { readonly devices: ControlDevices; readonly time: string };

/** The customer's words by page. */
export const texts = {
  line: 'Computer help',
  needs: 'What your computer needs',
  unreadTitle: (unread: number, title: string) => `(${unread}) ${title}`,
  haveCode: 'I have a code',
  haveNoCode: 'I have no code',

  channels: {
    available: { word: 'Available', note: 'Somebody is free now' },
    busy: { word: 'Busy', note: 'You may have to wait' },
    'reservation-only': { word: 'Reservation Only', note: 'More people ask than we can answer now' },
    offline: { word: 'Offline', note: 'Nobody is there at the moment' },
    about: (from: number, to: number) =>
      from === 0 ? `Up to ${to === 1 ? 'a minute' : `${to} minutes`}` : `About ${from} to ${to} minutes`,
  },

  request: {
    title: 'Get help with your computer',
    lead: 'Tell us what is wrong. A person answers you here, on this page.',
    about: 'What is it about?',
    you: 'About you',
    name: 'Your name',
    email: 'E-mail',
    phone: 'Phone',
    reason: 'Reason',
    reasonHint: 'A few words, such as: nothing prints',
    message: 'What happens, in your words',
    send: 'Ask for help',
    sending: 'Asking…',
    change: 'Save the change',
    changing: 'Saving…',
    keep: 'Leave it as it is',
    nobody: 'Nobody can answer in this channel now. Choose another one, or try again later.',
    nobodyAnywhere: 'Nobody can answer at the moment. Leave this page open: it shows at once when somebody is there.',
    noChannels: 'No channel is open here yet. The organisation has to set one up first.',
    next: 'What happens next',
    steps: [
      { title: 'You wait here', text: 'You see your place, and for how long.' },
      { title: 'You chat with a person', text: 'Nothing to install.' },
      { title: 'You show your screen, if it helps', text: 'Only after your yes, each time.' },
    ],
    stopAnyTime: 'You can stop everything with one button, at any moment.',
    neverAsk: 'We never ask for a password, a card number or money.',
    missing: {
      channel: 'Choose what it is about.',
      name: 'Write your name, so that we know how to address you.',
      email: 'This is no e-mail address. It looks like name@example.com.',
      phone: 'Write the number with digits, blanks and + only.',
      reason: 'Say in a few words what it is about.',
      message: 'This is too long. Leave out what can wait until we talk.',
    },
  },

  waiting: {
    status: {
      available: (channel: string) => `${channel} is available`,
      busy: (channel: string) => `${channel} is busy`,
      'reservation-only': (channel: string) => `${channel} is very busy`,
      offline: (channel: string) => `Nobody of ${channel} is there at the moment`,
    },
    title: (ordinal: string) => `You are ${ordinal} in line`,
    titleInText: (ordinal: string) => `You are ${ordinal} in line.`,
    back: 'Back to your place in line',
    range: (from: number, to: number) => ({
      before: 'Somebody will most likely answer ',
      minutes:
        from === 0
          ? `within ${to === 1 ? 'a minute' : `${to} minutes`}`
          : from === to
            ? `in ${to} minutes`
            : `in ${from} to ${to} minutes`,
      after: '.',
    }),
    nobodyThere: 'You keep your place, and somebody answers when they are back.',
    unknown: 'We cannot say yet how long it takes; you keep your place.',
    elsewhere: {
      on: 'You can use other windows; we play a sound.',
      off: 'You can use other windows, but your browser plays no sound yet.',
      none: 'You can use other windows. Your browser plays no sound, so look here from time to time.',
    },
    switchSoundOn: 'Switch the sound on',
    drawing: (ahead: number, behind: number) =>
      `The line: ${ahead === 0 ? 'nobody' : ahead} before you, ${behind === 0 ? 'nobody' : behind} behind you.`,
    helped: 'Being helped',
    next: 'Next',
    you: 'You',
    yourRequest: 'Your request',
    from: 'From',
    reason: 'Reason',
    message: 'Message',
    change: 'Change',
    leave: 'Leave the line',
    leaving: 'Leaving…',
    leaveQuestion: 'Leave the line?',
    leaveText: 'You lose your place. You can ask again at any time.',
    stay: 'Stay in line',
  },

  connect: connectTexts,

  ...sessionTexts,

  summary: {
    pageTitle: 'Your support session',
    title: (minutes: string) => `The session has ended after ${minutes}`,
    shortTitle: 'The session has ended after less than a minute',
    minutes: (minutes: number) => (minutes === 1 ? '1 minute' : `${minutes} minutes`),
    byOne: (rep: string) => ({
      notSeen: `${rep} did not see your screen.`,
      used: (seen: string, hands: UsedHands | undefined) =>
        hands === undefined
          ? `${rep} saw your screen for ${seen} and did not use your mouse or keyboard.`
          : `${rep} saw your screen for ${seen} and used your ${customerHands[hands.devices]} for ${hands.time}.`,
    }),
    bySeveral: {
      notSeen: 'Nobody saw your screen.',
      used: (seen: string, hands: UsedHands | undefined) =>
        hands === undefined
          ? `Your screen was seen for ${seen}. Your mouse and keyboard were not used.`
          : `Your screen was seen for ${seen}, and your ${customerHands[hands.devices]} used for ${hands.time}.`,
    },
    notRecorded: 'Nothing was recorded.',
    because: {
      'feels-wrong':
        'You ended it because it felt wrong. If somebody has your password or your bank data, change them and call your bank.',
      lost: 'It ended by itself, because your page was closed for too long.',
      'rep-lost':
        'It ended by itself, because the person who helped you was out of reach and did not come back. Ask again, and somebody else answers.',
      'rep-stopped':
        'It ended because the organisation switched off the account of the person who helped you. Ask again, and somebody else answers.',
      expired: 'It ended by itself, because its time was over.',
    } satisfies Record<Exclude<EndReason, 'finished'>, string>,
    helpedBy: 'Helped by',
    day: 'Day',
    fromTo: 'From, to',
    computer: 'Computer',
    about: 'About',
    granted: 'What you allowed',
    nothingGranted: 'You allowed nothing beyond the chat.',
    grant: {
      view: 'Seeing your screen',
      control: (devices: ControlDevices) => `Your ${customerHands[devices]}`,
    },
    until: (minutes: number) => (minutes === 1 ? 'for 1 minute' : `for ${minutes} minutes`),
    wholeSession: 'for the whole session',
    usedFor: (time: string) => `used ${time}`,
    unused: 'not used',
    notDone: 'What was not done',
    not: {
      recorded: 'Nothing was recorded',
      files: 'No file left your computer',
      commands: 'No command was run',
      clipboard: 'Your clipboard was not read',
    },
    messages: (count: number) =>
      count === 0
        ? 'No message was written.'
        : count === 1
          ? '1 message was written.'
          : `${count} messages were written.`,
    notSent: 'You wrote this too, and it was not sent',
    again: 'Ask for help again',
    removed,
  },

  link: {
    connecting: 'Connecting…',
    lost: (seconds: number) =>
      `No connection for ${seconds} s. It comes back by itself; nothing that you wrote is lost.`,
    retry: 'Try now',
    gone: 'The connection is away. It comes back by itself.',
    otherVersion:
      'The server is of another version than this page. Load the page anew to go on: your place and your chat are kept. Copy first what you have written and not sent.',
    loadAnew: 'Load the page anew',
  },

  errors: {
    'code-refused': 'This code does not work (any more). Ask the person who helps you for another one.',
    'link-refused': 'This link does not work (any more). Ask the person who helps you for another one.',
    'no-answer': 'No answer from the server. Try again in a moment.',
  } as Partial<Record<ErrorCode, string>>,

  needsPage: {
    title: 'What your computer needs',
    lead: 'Most people need nothing but the browser they have.',
    customer: 'To ask, chat and read',
    customerRows: [
      'A current browser: Chrome or Edge 120, Firefox 121, Safari 17, or a later one. On a phone or tablet, too.',
      'Nothing to install.',
      'To talk with the person who helps you: a microphone, and a camera if you want to be seen. The browser asks you first.',
    ],
    control: 'To show your screen and lend the mouse',
    controlRows: [
      'Linux on a 64-bit Intel or AMD computer, with glibc 2.34 or later (Debian 12, Ubuntu 22.04, Fedora 35 or later).',
      'A desktop on X11. Where Wayland is the default, as in Debian, Ubuntu and Fedora with GNOME, choose the session named Xorg or X11 when you sign in to the computer. Desktops that have Wayland only can chat, nothing more.',
      'One download of about 45 MB for each session. It removes itself when it has started.',
      'Windows and macOS cannot be shown or controlled yet. Chat works there.',
    ],
    network: 'Network',
    networkRows: [
      'Connections to this server, on the address that your browser shows, WebSockets included.',
      'The picture of the screen goes directly between the two computers where the networks allow it, else through a relay, if the organisation has one.',
    ],
    plainHttpTitle: 'This page came without encryption (http://).',
    plainHttp:
      'Others on the network can read along, and browsers keep screen sharing, microphone, camera and clipboard from such pages. Chat works. Ask the organisation whether it has an address that begins with https://.',
    rep: 'For the person who helps',
    repRows: ['Chrome, Chromium or Edge 124 or later, or Firefox 140 or later, with the RemoteHelp extension.'],
    back: 'Back to asking for help',
  },
};
