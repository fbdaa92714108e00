/** Two-step sign-in in the web panel: at the door, in one's own account, and for administrators. */
import { twoStepTextsEn } from '../../../shared/ui/two-step-texts-en.ts';
import { count } from './count.ts';

export const twoStepTexts = {
  ...twoStepTextsEn,
  hint: `${twoStepTextsEn.hint} A stolen password alone then opens nothing.`,
  code: { ...twoStepTextsEn.code, other: 'Sign in as somebody else' },
  recovery: { ...twoStepTextsEn.recovery, print: 'Print' },

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
