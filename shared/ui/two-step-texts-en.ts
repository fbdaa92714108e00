/** How somebody signs in with a second step, in the words that the panel and the web panel share. */
export const twoStepTextsEn = {
  title: 'Two-step sign-in',
  hint: 'After the password your phone gives a code.',
  code: {
    title: 'The code from your phone',
    lead: 'Open the authenticator app on your phone and type the six digits that it shows. Without your phone, type one of your recovery codes.',
    label: 'Code',
    hint: 'Six digits, or a recovery code.',
    wrong: 'Type the six digits that your phone shows, or a recovery code such as k7mq-d2fx-hxab-cdef.',
    act: 'Sign in',
    doing: 'Signing in…',
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
    act: 'Switch it on',
    doing: 'Switching on…',
  },
  recovery: {
    title: 'Your recovery codes',
    lead: 'Each of them signs you in once when your phone is not at hand. Keep them where the phone is not. They are shown this once.',
    list: 'Recovery codes',
    copy: 'Copy',
    copied: 'Copied',
    kept: 'I have kept them',
  },
} as const;
