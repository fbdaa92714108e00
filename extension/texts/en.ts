/** Every word that the extension says by itself. Another language is another file of this shape. */
import type { ConsentAsk, ConsentScope, ControlDevices } from '../../shared/contract/consent.ts';
import type { EndReason, Hand } from '../../shared/contract/session-log.ts';
import { duration } from '../../shared/ui/format-time.ts';

/** A line of the log: its first words are drawn strong when they name who did something. */
export interface Sentence {
  readonly strong?: string;
  readonly rest: string;
}

const devices: Record<ControlDevices, string> = {
  both: 'Mouse and keyboard',
  pointer: 'Mouse',
  keyboard: 'Keyboard',
};
const devicesInside: Record<ControlDevices, string> = {
  both: 'mouse and keyboard',
  pointer: 'the mouse',
  keyboard: 'the keyboard',
};
const what = (scope: ConsentScope, of: ControlDevices) => (scope === 'view' ? 'seeing the screen' : devicesInside[of]);
const forTime = (minutes: number | null) => (minutes === null ? 'for this session' : `${minutes} minutes`);
const hands: Record<Hand, string> = {
  pointer: 'Paused by the customer’s own mouse',
  key: 'Paused by the customer’s own keyboard',
  button: 'Paused by the customer’s button',
  asked: 'Paused by the customer',
};
const endings: Record<EndReason, string> = {
  finished: 'ended the session',
  'feels-wrong': 'ended the session: this feels wrong',
  lost: 'was lost, and the session ended',
  expired: 'let the session run out',
};

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
    otherServer: (host: string) =>
      `${host} answers, but it is not a RemoteHelp server. Check the address, with its port if it has one.`,
  },
  lost: {
    noAnswer: (host: string, seconds: number) => `No answer from ${host} for ${seconds} s.`,
    nothingLost: 'Chats go on as soon as it is back; nothing is lost.',
    tryNow: 'Try now',
  },
  presence: {
    menu: (now: string) => `You are ${now}. Change it`,
    online: 'Online',
    away: 'Away',
    busy: 'Busy',
    offline: 'Offline',
    signOut: 'Sign out',
  },
  rooms: { home: 'Home', requests: 'Requests', history: 'History', settings: 'Settings' },
  channel: { available: 'Available', busy: 'Busy', 'reservation-only': 'Reservation Only', offline: 'Offline' },
  strip: {
    ended: 'ended',
    waitingForCode: 'Waiting for the customer',
    code: (left: string) => `code ${left}`,
    codeGone: 'code gone',
    left: (left: string) => `${left} left`,
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
  code: {
    label: (name: string) => `Connection code for ${name}`,
    none: '––– –––',
    waiting: (left: string) => `Waiting for the customer · ${left} left`,
    gone: 'This code does not work any more. Make another one.',
    life: 'Time left',
    copy: 'Code',
    link: 'Link',
    another: 'Another',
    cancel: 'Give this session up',
    copied: 'The code is on the clipboard.',
    linkCopied: 'The address of the page where the code is typed is on the clipboard.',
    notCopied: 'The browser did not let the clipboard be used. Click into the panel, then try again.',
    guarded: (time: string) =>
      `Somebody is trying out connection codes. The server takes none until ${time}; requests go on as usual.`,
    whatNext:
      'Tell the customer the address of the connection page and this code. The chat opens as soon as it is typed.',
  },
  requests: {
    waiting: 'Waiting',
    nobody: 'Nobody waits. You will hear a sound.',
    nobodySilent: 'Nobody waits.',
    accept: 'Accept',
    acceptName: (name: string) => `Accept ${name}`,
    accepting: 'Accepting…',
    line: (channel: string, waited: string) => `${channel} · waiting ${waited}`,
    phone: 'Phone',
    email: 'E-mail',
    since: 'Asked at',
    at: (day: string, time: string) => `${time}, ${day}`,
    takenBy: (name: string) => `Taken by ${name}`,
    takenByYou: 'Taken by you',
    left: 'Left the line',
  },
  session: { tabs: 'Session', chat: 'Chat', screen: 'Screen', running: 'Time since the session began' },
  chat: {
    label: (name: string) => `Chat with ${name}`,
    replyTo: (name: string) => `Reply to ${name}`,
    typing: (name: string) => `${name} is writing`,
    me: 'You',
    discard: 'Take it away',
    nobodyYet: (name: string) => `${name} is not here yet.`,
    absent: 'The customer’s page is closed at the moment. Messages wait for it.',
  },
  band: {
    chat: 'Chat only',
    asked: 'Asked',
    seeing: 'Seeing',
    controlling: 'Controlling',
    paused: 'Paused',
    askFor: { view: 'View', control: 'Remote control' } satisfies Record<ConsentScope, string>,
    askAt: {
      page: (_name: string, scope: ConsentScope) => (scope === 'view' ? 'Asked to see' : 'Asked for control'),
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
    title: (scope: ConsentScope, name: string) =>
      scope === 'view' ? `Ask ${name} to show the screen` : `Ask ${name} for mouse and keyboard`,
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
    scope: { view: 'See the screen', control: 'Mouse and keyboard' } satisfies Record<ConsentScope, string>,
    devices,
    asked: 'asked',
    ask: 'Ask',
    withControl: 'with control',
  },
  screen: {
    window: 'Window',
    showWindow: 'Show the window',
    inWindow: 'The screen is in a window of its own. Close that window to have it here again.',
    notAllowed: (name: string) => `${name} has not shown the screen yet. Ask for it above.`,
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
      if (reason === 'lost') return 'because a connection was lost';
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
    log: 'Log',
  },
  settings: {
    sound: 'Sound',
    soundOff: 'Off',
    soundQuiet: 'Quiet',
    soundNormal: 'Normal',
    soundTry: 'Try',
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
  keys: {
    title: 'All keys',
    anywhere: 'Anywhere in the browser, unless you have changed them there:',
    openPanel: 'Open the panel',
    close: 'Close',
    accept: 'Accept the offer',
    home: 'Home',
    session: 'Session by its place',
    nextUnread: 'Next session with something unread',
    lastUnread: 'Previous session with something unread',
    chat: 'Chat',
    screen: 'Screen',
    view: 'Ask to see the screen',
    control: 'Ask for control',
    release: 'Release control',
    start: 'Start Session',
    all: 'All keys',
  },
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
  notices: {
    request: (channel: string, reason: string) => `${channel} · ${reason}`,
    newMessage: 'A new message',
    notTaken: 'Not accepted',
  },
  log: {
    requested: (name: string, channel: string, reason: string): Sentence => ({
      strong: `${name} asked for help`,
      rest: `in ${channel}: ${reason}`,
    }),
    joined: (by: string): Sentence => ({ strong: by, rest: 'joined' }),
    asked: (by: string, ask: ConsentAsk): Sentence => ({
      strong: `${by} asked for`,
      rest: `${what(ask.scope, ask.devices)}, ${forTime(ask.minutes)}`,
    }),
    unasked: (by: string): Sentence => ({ strong: by, rest: 'took the question back' }),
    agreed: (name: string, scope: ConsentScope): Sentence => ({
      strong: `${name} said yes`,
      rest:
        scope === 'view'
          ? 'to seeing the screen; the desktop asks once more'
          : 'to control; the desktop asks once more',
    }),
    fetched: (name: string): Sentence => ({ strong: name, rest: 'downloaded the program' }),
    hostJoined: (computer: string, platform: string): Sentence => ({
      rest:
        computer === ''
          ? 'The program runs on the customer’s computer'
          : `The program runs on ${computer}, ${platform}`,
    }),
    hostLeft: (reason: 'ended' | 'lost' | 'closed'): Sentence => ({
      rest: {
        ended: 'The program has gone from the customer’s computer',
        lost: 'The connection to the customer’s program was lost',
        closed: 'The customer closed the program',
      }[reason],
    }),
    granted: (name: string, scope: ConsentScope, of: ControlDevices, minutes: number | null): Sentence => ({
      strong: `${name} allowed`,
      rest: `${what(scope, of)}, ${forTime(minutes)}`,
    }),
    refused: (name: string, scope: ConsentScope): Sentence => ({
      strong: `${name} said no`,
      rest: scope === 'view' ? 'to seeing the screen' : 'to control',
    }),
    withdrawn: (name: string, scope: ConsentScope): Sentence => ({
      strong: `${name} took back`,
      rest: scope === 'view' ? 'seeing the screen' : 'control',
    }),
    gaveBack: (by: string, scope: ConsentScope): Sentence => ({
      strong: `${by} gave back`,
      rest: scope === 'view' ? 'seeing the screen' : 'control',
    }),
    expired: (scope: ConsentScope): Sentence => ({
      rest: scope === 'view' ? 'The time for seeing the screen is over' : 'The time for control is over',
    }),
    screenShown: (route: 'direct' | 'gateway' | 'unknown'): Sentence => ({
      rest: route === 'gateway' ? 'The screen is seen, through the gateway' : 'The screen is seen',
    }),
    screenHidden: (): Sentence => ({ rest: 'The screen is not seen any more' }),
    paused: (hand: Hand, ms: number | undefined): Sentence => ({
      rest: ms === undefined ? hands[hand] : `${hands[hand]}, ${pauseLength(ms)}`,
    }),
    resumed: (): Sentence => ({ rest: 'Control goes on' }),
    ended: (by: string, reason: EndReason): Sentence => ({ strong: by, rest: endings[reason] }),
  },
};

function pauseLength(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds >= 60) return duration(ms);
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
}
