/** Every word that the extension says by itself. Another language is another file of this shape. */
import { isToolScope } from '../../shared/contract/consent.ts';
import type { ConsentScope, ControlDevices } from '../../shared/contract/consent.ts';
import { toolTexts } from './host-tools-en.ts';
import type { EndReason } from '../../shared/contract/session-log.ts';
import { keyTexts } from './keys-en.ts';
import { logTexts } from './log-en.ts';
import { requestTexts } from './requests-en.ts';
import { roomTexts } from './rooms-en.ts';
import { twoStepTexts } from './two-step-en.ts';
import { signOutTexts } from './sign-out-en.ts';

const devices: Record<ControlDevices, string> = {
  both: 'Mouse and keyboard',
  pointer: 'Mouse',
  keyboard: 'Keyboard',
};

/** The words, by the place where they stand. */
export const texts = {
  opening: 'Connecting to the server',
  signIn: {
    title: 'Sign in',
    lead: 'With the account that an administrator of your server has made for you.',
    server: 'Server address',
    serverHint: 'As in the browser, such as help.ostervale.example',
    userId: 'User ID',
    password: 'Password',
    signIn: 'Sign in',
    signingIn: 'Signing in…',
    noAddress: 'This is no server address. Write it as in the browser’s address bar, such as help.ostervale.example.',
    incomplete: 'User ID or password is not in the form this server takes. Check both, then try again.',
    notPermitted: (host: string) => `The browser may not reach ${host} for RemoteHelp. Sign in again and allow it.`,
    serverDown: (host: string) =>
      `Nothing answers at ${host}. Check the address and your network; if both are right, the server is down: ask your administrator.`,
    perhapsUntrusted: (origin: string) =>
      `Or the browser does not trust its certificate, which a tab with ${origin} would show: then do not go on, and ask your administrator.`,
    needHelp: 'I need help',
    otherBrowsers: 'Install RemoteHelp in another browser',
    readableOnTheWay:
      'Over http:// everybody on the way can read your password and all that follows. Use https:// wherever the server has it.',
    otherServer: (host: string) =>
      `${host} answers, but it is not a RemoteHelp server. Check the address, with its port if it has one.`,
  },
  twoStep: twoStepTexts,
  pin: {
    title: 'Keep the icon in sight.',
    how: {
      chrome:
        'Press the puzzle piece beside the address bar, then the pin beside RemoteHelp. The icon counts who waits.',
      firefox:
        'Press the puzzle piece at the end of the toolbar, then the cogwheel beside RemoteHelp, then Pin to Toolbar. The icon counts who waits.',
    },
    notNow: 'Not now',
  },
  lost: {
    readOnly:
      'The server’s disk is full: what there is can be read, and nothing new is stored. Whoever runs the server has to make room.',
    noAnswer: (host: string, seconds: number) => `No answer from ${host} for ${seconds} s.`,
    nothingLost: 'Chats go on as soon as it is back; nothing is lost.',
    otherVersion: {
      chrome:
        'Until then nothing comes and goes; you stay signed in, and what you write is kept. If the browser does not update the extension by itself, open chrome://extensions and press the round arrow at RemoteHelp.',
      firefox:
        'Until then nothing comes and goes; you stay signed in, and what you write is kept. If the browser does not update the extension by itself, open about:addons and look for updates, or load it again in about:debugging.',
    },
    tryNow: 'Try now',
  },
  presence: {
    menu: (now: string) => `You are ${now}. Change it`,
    online: 'Online',
    away: 'Away',
    busy: 'Busy',
    offline: 'Offline',
    signOut: 'Sign out',
    missed: 'You missed three offers, so you are Away.',
    goOnline: 'Go online',
  },
  signOut: signOutTexts,
  rooms: roomTexts,
  channel: { available: 'Available', busy: 'Busy', 'reservation-only': 'Reservation Only', offline: 'Offline' },
  strip: {
    ended: 'ended',
    waitingForCode: 'Waiting for the customer',
    code: (left: string) => `code ${left}`,
    codeGone: 'code gone',
    left: (left: string) => `${left} left`,
    waits: (time: string) => `waits ${time}`,
  },
  home: {
    customer: 'Customer’s name',
    start: 'Start Session',
    starting: 'Starting…',
    waitingNow: 'Waiting now',
    allRequests: 'All requests',
    noChannels: 'You are in no support channel. An administrator can put you into one.',
    nobodyWaits: 'nobody waits',
    longest: (time: string) => `longest ${time}`,
    today: 'You, today',
    sessions: 'sessions',
    running: 'running now',
    average: 'average',
  },
  requests: requestTexts,
  session: { tabs: 'Session', chat: 'Chat', screen: 'Screen', running: 'Time since the session began' },
  chat: {
    label: (name: string) => `Chat with ${name}`,
    replyTo: (name: string) => `Reply to ${name}`,
    typing: (name: string) => `${name} is writing`,
    me: 'You',
    discard: 'Take it away',
    nobodyYet: (name: string) => (name === '' ? 'Nobody is here yet.' : `${name} is not here yet.`),
    absent: 'The customer’s page is closed at the moment. Messages wait for it.',
  },
  band: {
    chat: 'Chat only',
    asked: 'Asked',
    seeing: 'Seeing',
    controlling: 'Controlling',
    paused: 'Paused',
    maySee: 'May see',
    mayControl: 'May control',
    askFor: { view: 'View', control: 'Remote control' },
    askAt: {
      page: (_name: string, scope: ConsentScope) => {
        if (isToolScope(scope)) return toolTexts.asked[scope];
        return scope === 'view' ? 'Asked to see' : 'Asked for control';
      },
      agreed: (name: string) => `${name} gets the program`,
      desktop: () => 'Asked on the desktop',
    },
    askedToo: (waited: string) => `asked for control, ${waited}`,
    withdraw: 'Withdraw',
    release: 'Release',
    stop: 'Stop',
    left: (left: string) => `${left} left`,
    wholeSession: 'for this session',
    handOfCustomer: 'The customer has the mouse',
    saidNo: (name: string) => `${name} said no`,
    askAgainIn: (seconds: number) => `You can ask again in ${seconds} s`,
  },
  ask: {
    title: (scope: ConsentScope, name: string) => {
      if (isToolScope(scope)) return toolTexts.ask(scope, name);
      return scope === 'view' ? `Ask ${name} to show the screen` : `Ask ${name} for mouse and keyboard`;
    },
    howLong: 'For how long',
    minutes: (minutes: number) => `${minutes} minutes`,
    session: 'This session',
    which: 'Which hands',
    devices: { both: 'Both', pointer: 'Mouse', keyboard: 'Keyboard' } satisfies Record<ControlDevices, string>,
    send: (name: string) => `Ask ${name}`,
    cancel: 'Not now',
  },
  consents: {
    title: 'Consent',
    enforced: (name: string) => `asked and enforced on ${name}’s side`,
    scope: {
      view: 'See the screen',
      control: 'Mouse and keyboard',
      ...toolTexts.name,
    } satisfies Record<ConsentScope, string>,
    devices,
    asked: 'asked',
    ask: 'Ask',
    withControl: 'with control',
  },
  screen: {
    window: 'Window',
    showWindow: 'Show the window',
    inWindow: 'The screen is in a window of its own. Close that window to have it here again.',
    notAllowed: (name: string) => `${name} does not show the screen now. Ask for it above.`,
    asked: (name: string) => `The screen appears here as soon as ${name} has allowed it.`,
  },
  picture: {
    picture: 'The customer’s screen',
    connecting: 'Connecting to the customer’s screen',
    waiting: 'Waiting for the customer’s program to call',
    retrying: 'The connection to the customer’s screen broke; it is made anew',
    paused: 'Paused: the customer has the mouse',
  },
  link: {
    route: { direct: 'Direct (P2P)', gateway: 'Gateway', unknown: 'Connected' },
    delay: (ms: number) => `${ms} ms`,
    frames: (perSecond: number) => `${Math.round(perSecond)} fps`,
    rate: (kilobits: number) => `${(kilobits / 1000).toFixed(1)} Mbit/s`,
    loss: (percent: number) => `${percent.toFixed(0)} % lost`,
  },
  end: {
    button: 'End',
    title: (name: string) => `End the session with ${name}?`,
    what: (name: string) =>
      `Seeing and controlling stop at once, and the program removes itself from ${name}’s computer. Nobody can come back into this session.`,
    keep: 'Go on',
    end: 'End session',
    ending: 'Ending…',
    putAway: 'Put away',
  },
  summary: {
    title: 'Summary',
    length: 'length',
    seen: 'screen seen',
    controlled: 'controlled',
    messages: 'messages',
    customer: 'Customer',
    reps: 'Helped by',
    channel: 'Channel',
    reason: 'Reason',
    when: 'When',
    fromTo: (day: string, from: string, to: string) => `${day}, ${from} to ${to}`,
    ended: 'Ended',
    endedBy: (by: 'customer' | 'rep' | 'host' | 'system', name: string, reason: EndReason) => {
      if (reason === 'feels-wrong') return `by ${name}: this feels wrong`;
      if (reason === 'lost') return `because ${name} did not come back`;
      if (reason === 'rep-lost') return 'because the representative did not come back';
      if (reason === 'rep-stopped') return 'because the account was switched off';
      if (reason === 'expired') return 'because the time had run out';
      return {
        customer: `by ${name}`,
        rep: 'by the representative',
        host: `by ${name}, on the desktop`,
        system: 'by the server',
      }[by];
    },
    computer: 'Computer',
    user: 'Signed in as',
    platform: 'System',
    address: 'Address',
    grants: 'What was allowed',
    nothingGranted: 'Nothing was asked for or allowed.',
    used: (time: string) => `used for ${time}`,
  },
  history: {
    title: 'Own sessions that are over',
    empty: 'No session of yours has ended yet.',
    loading: 'Loading past sessions',
    byCode: 'By connection code',
    back: 'All past sessions',
    more: 'Show older ones',
  },
  settings: {
    sound: 'Sound',
    soundOff: 'Off',
    soundQuiet: 'Quiet',
    soundNormal: 'Normal',
    soundTry: 'Try',
    soundFull: 'Silent while a window of the browser fills the screen.',
    notifications: 'Notifications',
    messageWords: 'Show the first words of a message',
    messageWordsHint: 'Otherwise only the name of who wrote.',
    face: 'What customers see of you',
    choosePicture: 'Choose a picture',
    noPicture: 'No picture',
    notAPicture: 'This file is no picture that can be shown. Choose a PNG, JPEG or WebP file.',
    saving: 'Saving…',
    displayName: 'Display name',
    saveName: 'Save name',
    nameUnchanged: 'This is the name already',
    nameSaved: (name: string) => `Customers see “${name}” now.`,
    keys: 'Keys',
    singleKeys: 'Keys of one letter',
    singleKeysHint: 'N and ? work while nothing is being typed.',
    server: 'Server',
  },
  keys: keyTexts,
  viewer: {
    title: (name: string) => `${name} · RemoteHelp`,
    noSession: 'This session is not open. Choose one in the panel.',
    chat: 'Chat',
    fullScreen: 'Full screen',
    leaveFullScreen: 'Leave full screen',
    end: 'End session',
    tap: 'Tap',
    forKeys: 'for viewer keys',
    keys: {
      chat: 'chat',
      release: 'release control',
      fullScreen: 'full screen',
      leave: 'leave full screen',
    },
  },
  /** The title of the toolbar icon. */
  badge: {
    none: 'RemoteHelp',
    news: (count: number) => `RemoteHelp: ${count} new`,
    waiting: (count: number, minutes: number) => {
      const long = minutes === 0 ? 'less than a minute' : `${minutes} min`;
      return `RemoteHelp: ${count} waiting, ${count === 1 ? '' : 'the longest '}for ${long}`;
    },
  },
  notices: {
    request: (channel: string, reason: string) => `${channel} · ${reason}`,
    newMessage: 'A new message',
    reservation: (name: string) => `Call ${name} back now`,
    notTaken: 'Not accepted',
  },
  log: logTexts,
};
