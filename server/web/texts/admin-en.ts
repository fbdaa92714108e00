/** Every sentence of the set-up page and the web panel. Names that come in have been made safe to show already. */
import type { Role } from '../../../shared/contract/account.ts';
import type { ErrorCode } from '../../../shared/contract/errors.ts';
import { auditTexts } from './admin-audit-en.ts';
import { channelTexts } from './admin-channels-en.ts';
import { boardTexts } from './admin-board-en.ts';
import { sessionsTexts } from './admin-sessions-en.ts';
import { statisticsTexts } from './admin-statistics-en.ts';
import { twoStepTexts } from './admin-two-step-en.ts';
import { count } from './count.ts';
import { organisationTexts } from './admin-organisation-en.ts';

const errors: Partial<Record<ErrorCode, string>> = {
  'no-answer': 'No answer from the server. See whether it runs and whether this computer is online, then try again.',
  'store-down': 'The server runs, but cannot reach its data. Look at what it printed, then try again.',
  'wrong-credentials': 'User ID or password is not right. Check both, then try again.',
  'too-many-tries': 'Too many wrong tries. Wait a quarter of an hour, then try again.',
  'not-found': 'This is not there any more. Somebody may have removed it. Go back to the list.',
  'too-large': 'The picture is too large. Choose a smaller one.',
  'protocol-mismatch': 'The server is of another version than this page. Load the page anew.',
};

const roles: Record<Role, string> = {
  administrator: 'Administrator',
  'team-lead': 'Team lead',
  representative: 'Representative',
};

export const texts = {
  product: 'RemoteHelp',
  panel: 'Web panel',
  loading: 'Loading',
  tryAgain: 'Try again',
  mayBeOld: 'What stands here may be old.',
  cancel: 'Cancel',
  inZone: (zone: string) => `Days and times: ${zone}`,
  errors,
  outdated: {
    title: 'Load this page anew?',
    text: 'The server is of another version than this page, which can read and save nothing more. What you have typed and not saved is lost; copy it first if you need it.',
    later: 'Not yet',
    act: 'Load the page anew',
  },
  roles,
  groups: { people: 'People', support: 'Support', system: 'System' },

  names: {
    organisation: 'Organisation',
    organisationHint: 'Customers read it on the request page.',
    fullName: 'Full name',
    fullNameHint: 'For colleagues and in lists.',
    displayName: 'Display name',
    displayNameHint: 'What customers read, such as a first name.',
    userId: 'User ID',
    userIdHint: 'To sign in with. Letters, digits, dots, dashes, underscores or @; it stays as it is.',
    email: 'E-mail',
    role: 'Role',
  },

  wrong: {
    organisation: 'Write what your organisation is called, in at most 80 letters.',
    fullName: 'Write the full name, in at most 80 letters.',
    displayName: 'Write the name that customers read, in at most 80 letters.',
    userId: 'Use 2 to 64 letters, digits, dots, dashes, underscores or @, beginning with a letter or digit.',
    userIdTaken: 'This user ID is in use. Choose another one.',
    email: 'This is no e-mail address. It looks like name@example.com. Or leave it empty.',
    password: 'Use at least 10 characters. Three or four unrelated words are good.',
    current: 'Write the password that you use now.',
    currentWrong: 'This is not your password now. Try again.',
    channelName: 'Write what the channel is called, in at most 60 letters.',
    channelNameTaken: 'There is a channel of this name. Choose another one.',
    description: 'Use one line of at most 140 letters.',
  },

  password: {
    label: 'Password',
    show: 'Show',
    hide: 'Hide',
    make: 'Make one',
    copy: 'Copy',
    copied: 'Copied',
    strengths: {
      empty: 'At least 10 characters. Three or four unrelated words are good.',
      short: (missing: number) => `${count(missing, 'character', 'characters')} to go.`,
      guessable: 'Easy to guess. Avoid names, rows of keys and well-known words.',
      fair: 'Fair. A few more characters make it strong.',
      strong: 'Strong.',
    },
    once: (userId: string) => `Password of ${userId}. It is shown this once: copy it before you leave.`,
  },

  setUp: {
    title: 'Set up RemoteHelp',
    lead: 'Name your organisation and make the first account. It takes a minute.',
    you: 'Your account, an administrator',
    act: 'Finish set-up',
    doing: 'Setting up…',
    next: 'What happens next',
    steps: [
      { title: 'You are signed in', text: 'This link is then used up, for everybody.' },
      { title: 'You make your first rep', text: 'A channel called General is there already.' },
      { title: 'The rep loads the extension', text: 'And customers can ask on the request page.' },
    ],
    done: 'Everything is set up. Make your first rep: the person who answers customers.',
    dead: {
      title: 'This set-up link does not work',
      lead: 'A set-up link makes the first administrator. It works once, and only as the server printed it last.',
      answers: [
        {
          when: 'Nobody has finished set-up yet',
          answer: 'Restart the server. It prints a new link; open it in whole, with everything after the #.',
          command: 'npm start',
        },
        {
          when: 'Set-up is finished',
          answer: 'Open the web panel at /admin on this server and sign in, or ask your administrator for an account.',
        },
        {
          when: 'You are the administrator and cannot sign in',
          answer: 'On the server, stop it, then give yourself a new password:',
          command: 'npm run admin:reset -- <user ID>',
        },
      ] as readonly { when: string; answer: string; command?: string }[],
    },
  },

  notSetUp: {
    title: 'This server is not set up yet',
    text: 'Open the one-time set-up link that the server printed when it started. Lost it? Restart the server, and it prints a new one.',
  },

  signIn: {
    title: 'Sign in',
    lead: 'To the web panel: accounts, channels and your own data.',
    act: 'Sign in',
    doing: 'Signing in…',
    out: 'Sign out',
    whichUserId: 'Write your user ID.',
    lockedOut: 'Forgotten the password? An administrator can give you a new one.',
    again: 'Sign in again to go on',
    againText: (userId: string) =>
      `Your sign-in has ended. What you typed is still here; write the password of ${userId} and it goes on.`,
  },

  leave: {
    title: 'Leave without saving?',
    text: 'What you changed on this page is not saved yet and would be lost.',
    stay: 'Stay here',
    go: 'Leave without saving',
  },

  unsaved: {
    list: (changes: readonly string[]) =>
      `${count(changes.length, 'change', 'changes')} not saved: ${changes.join(', ')}`,
    discard: 'Discard',
    save: 'Save',
    saving: 'Saving…',
    saved: 'Saved.',
  },

  nowhere: { title: 'Nothing here', text: 'There is no page at this address.', home: 'Go to the start' },

  accounts: {
    shownAs: (displayName: string) => `Customers read ${displayName}`,
    title: 'Accounts',
    add: 'New account',
    search: 'Search names, user IDs and e-mail',
    columns: {
      name: 'Name',
      userId: 'User ID',
      role: 'Role',
      channels: 'Channels',
      channel: 'Channel',
      state: 'State',
      seen: 'Last seen',
    },
    active: 'Active',
    disabled: 'Disabled',
    never: 'never',
    none: 'none',
    firstRep: 'Only administrators so far. Make a rep: the person who answers customers.',
    who: 'Who it is',
    access: 'Signing in',
    accessHint: 'The same user ID and password for the extension and this panel.',
    roleTitle: 'Role',
    roleHints: {
      administrator: 'Manages accounts and channels, and can answer customers too.',
      'team-lead': 'Answers customers and looks after the other reps.',
      representative: 'Answers customers in the extension.',
    } satisfies Record<Role, string>,
    channels: 'Channels',
    channelsHint: 'What this person answers. In none, nothing is offered.',
    noChannels: 'There is no channel yet.',
    capacity: {
      title: 'At the same time',
      rowHint: 'How many customers this person helps at once, in place of what the channels say.',
      label: 'Customers at once',
      placeholder: '–',
      asChannels: 'Empty: as each channel says.',
      own: 'Holds in every channel. Empty the field to follow the channels again.',
      none: 'as the channels',
    },
    create: 'Create account',
    creating: 'Creating…',
    created: (name: string) => `${name} has an account.`,
    picture: 'Picture',
    pictureHint: 'Customers see it beside the display name.',
    choosePicture: 'Choose a picture…',
    removePicture: 'Remove picture',
    noPicture: 'PNG, JPEG or WebP. It is cut to a square and made small here, before it is sent.',
    pictureUnreadable: 'This file cannot be read as a picture. Choose a PNG, JPEG or WebP file.',
    pictureSaved: 'Picture saved.',
    pictureRemoved: 'Picture removed.',
    newPassword: 'New password',
    newPasswordHint: 'Ends every sign-in of this account at once.',
    setPassword: 'Set password',
    settingPassword: 'Setting…',
    passwordSet: 'The password is set.',
    changes: {
      fullName: 'full name',
      displayName: 'display name',
      email: 'e-mail',
      role: (before: Role, now: Role) => `role ${roles[before]} → ${roles[now]}`,
      capacity: (before: string, now: string) => `customers at once ${before} → ${now}`,
      channels: 'channels',
    },
    state: 'State',
    activeText: 'This account can sign in.',
    disabledText: 'This account cannot sign in. Its history stays.',
    disable: 'Disable account…',
    enable: 'Enable account',
    disableTitle: (name: string) => `Disable the account of ${name}?`,
    disableText: (name: string) => [
      `${name} is signed out everywhere within a second: the links of the extension and of this panel close at once.`,
      'Signing in is refused until you enable the account again. Nothing is deleted.',
    ],
    keep: 'Keep it active',
    disableNow: 'Disable account',
    disabling: 'Disabling…',
    enabled: 'The account can sign in again.',
    wasDisabled: 'The account is disabled.',
    self: 'This is you.',
  },

  audit: auditTexts,
  channels: channelTexts,
  twoStep: twoStepTexts,

  board: boardTexts,
  sessions: sessionsTexts,
  statistics: statisticsTexts,

  organisation: organisationTexts,

  own: {
    title: 'Your account',
    names: 'Your names',
    access: 'Password',
    accessHint: 'Ends your other sign-ins, also in the extension.',
    current: 'Password now',
    next: 'New password',
    change: 'Change password',
    changing: 'Changing…',
    changed: 'Your password is changed.',
  },

  places: {
    title: 'Addresses',
    copy: 'Copy',
    customers: 'For customers',
    customersHint: 'Put the first one on your web site.',
    request: 'Request page',
    requestHint: 'Where customers ask for help.',
    connect: 'Connection page',
    connectHint: 'Where a customer types the 6 digits that a rep tells them.',
    reps: 'For reps',
    repsHint: 'What a rep types into the extension.',
    server: 'Server address',
    serverHint: 'Together with user ID and password.',
    extension: 'The extension',
    extensionHint: 'In Chrome, Edge or Chromium.',
    steps: [
      { title: 'Find its folder', text: 'The server prints it when it starts, at “Extension, unpacked”.' },
      { title: 'Open chrome://extensions', text: 'Type it into the address bar, and switch on “Developer mode”.' },
      { title: 'Press “Load unpacked”', text: 'Choose the folder. RemoteHelp appears among the extensions.' },
      { title: 'Press its icon and sign in', text: 'With the server address above, user ID and password.' },
    ],
    plainHttpTitle: 'These addresses are without encryption (http://).',
    plainHttp:
      'Passwords and chats can be read on the way, and browsers keep screen sharing, microphone, camera and clipboard from such pages. Serve https: docs/deploy.md says how.',
    panel: 'Web panel',
    panelHint: 'Where you are now.',
  },
} as const;
