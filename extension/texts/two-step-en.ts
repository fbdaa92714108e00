/** Two-step sign-in in the extension. */
export const twoStepTexts = {
  title: 'Two-step sign-in',
  settings:
    'After the password your phone gives a code. Set it up, make new recovery codes or switch it off in your account.',
  open: 'Open your account',
  beginAnew: 'This took too long. Begin again with your password.',
  code: {
    title: 'The code from your phone',
    lead: 'Open the authenticator app on your phone and type the six digits that it shows. Without your phone, type one of your recovery codes.',
    label: 'Code',
    hint: 'Six digits, or a recovery code.',
    wrong: 'Type the six digits that your phone shows, or a recovery code such as k7mq-d2fx-hxab-cdef.',
    act: 'Sign in',
    doing: 'Signing in…',
    other: 'Begin again',
    lost: 'Phone and recovery codes both lost? An administrator can reset the second step.',
  },
  enrol: {
    title: 'Set up two-step sign-in',
    lead: 'Your organisation asks for it. It takes a minute, and is done once.',
    app: 'Have an authenticator app on your phone: any of them will do.',
    scan: 'Add an account in it, and let it read this picture.',
    type: 'Type the six digits that it now shows.',
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
