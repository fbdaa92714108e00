/** Two-step sign-in in the web panel: at the door, in one's own account, and for administrators. */
import { count } from './count.ts';

export const twoStepTexts = {
  title: 'Two-step sign-in',
  hint: 'After the password your phone gives a code. A stolen password alone then opens nothing.',

  code: {
    title: 'The code from your phone',
    lead: 'Open the authenticator app on your phone and type the six digits that it shows. Without your phone, type one of your recovery codes.',
    label: 'Code',
    hint: 'Six digits, or a recovery code.',
    wrong: 'Type the six digits that your phone shows, or a recovery code such as k7mq-d2fx-hxab-cdef.',
    act: 'Sign in',
    doing: 'Signing in…',
    other: 'Sign in as somebody else',
    lost: 'Phone and recovery codes both lost? An administrator can reset the second step.',
  },

  enrol: {
    title: 'Set up two-step sign-in',
    lead: 'Your organisation asks for it. It takes a minute, and is done once.',
    steps: {
      app: 'Have an authenticator app on your phone: any of them will do.',
      scan: 'Add an account in it, and let it read this picture.',
      code: 'Type the six digits that it now shows.',
    },
    picture: 'QR code for your authenticator app',
    byHand: 'Or type this key into the app:',
    confirm: 'Switch it on',
    confirming: 'Switching on…',
  },

  recovery: {
    title: 'Your recovery codes',
    lead: 'Each of them signs you in once when your phone is not at hand. Keep them where the phone is not. They are shown this once.',
    list: 'Recovery codes',
    copy: 'Copy',
    copied: 'Copied',
    print: 'Print',
    kept: 'I have kept them',
  },

  own: {
    off: 'Off. Your password alone signs you in.',
    required: 'Your organisation asks for it: your next sign-in leads through setting it up.',
    on: (since: string) => `On since ${since}.`,
    left: (codes: number) =>
      codes === 0
        ? 'No recovery code is left. Make new ones.'
        : `${count(codes, 'recovery code', 'recovery codes')} left.`,
    reset: (when: string) =>
      `An administrator took your second step away on ${when}. If you did not ask for it, tell them.`,
    password: 'Your password',
    begin: 'Set it up…',
    beginning: 'Preparing…',
    renew: 'Make new recovery codes…',
    renewAct: 'Make new codes',
    renewing: 'Making them…',
    renewHint: 'The old ones are then worth nothing.',
    end: 'Switch off…',
    endAct: 'Switch it off',
    ending: 'Switching off…',
    endHint: 'Your password alone then signs you in, and so does anybody who knows it.',
    isOn: 'Two-step sign-in is on.',
    isOff: 'Two-step sign-in is off.',
    renewed: 'The new recovery codes hold.',
    cancel: 'Leave it as it is',
  },

  account: {
    off: 'Off for this account.',
    required: 'Off until the next sign-in, which leads through setting it up.',
    ask: 'Ask it of this account',
    askHint: 'Whatever the role, from the next sign-in on. Who is signed in now stays so.',
    askedByRole: 'The sign-in rules ask it of this role already.',
    on: (since: string, codes: number) => `On since ${since}, ${count(codes, 'recovery code', 'recovery codes')} left.`,
    reset: 'Reset…',
    resetTitle: (name: string) => `Reset the second step of ${name}?`,
    resetText: (name: string) => [
      `For a lost phone. ${name} is signed out everywhere, and then signs in with the password alone, unless two steps are asked of the role or the account: then setting it up again comes first.`,
      'Be sure that it is really they who ask. It is written into the audit trail, and their own page says so.',
    ],
    keep: 'Leave it as it is',
    resetNow: 'Reset it',
    resetting: 'Resetting…',
    wasReset: 'The second step is reset.',
  },

  rules: {
    title: 'Sign-in rules',
    row: 'Two-step sign-in',
    hint: 'Of whom it is asked. Everybody else may switch it on in their own account.',
    list: 'Roles that must use it',
    hold: 'From their next sign-in on: it leads through setting it up before anything else. Who is signed in now stays so.',
    change: 'roles with two-step sign-in',
    save: 'Save',
  },
} as const;
