/** The sentences about invitations and Easy Connect. Names that come in have been made safe to show already. */
import type { Presence } from '../../../shared/contract/account.ts';

const presences: Record<Presence, string> = {
  online: 'Online',
  busy: 'Busy, can be asked',
  away: 'Away',
  offline: 'Offline',
};

export const inviteTexts = {
  link: 'Ask somebody you know',
  title: 'Ask somebody you know',
  lead: (organisation: string) =>
    `Send an invitation to a person of ${organisation}, or to several. Whoever opens it first helps you here, on this page.`,
  name: 'Your name',
  message: 'What it is about',
  messageHint: 'A few words, such as: nothing prints',
  to: 'E-mail addresses',
  toHint: (domains: string) =>
    `Up to five, with a comma between them, at ${domains}. Each person gets a mail of their own.`,
  toNone: 'Leave it empty to get a text that you send yourself.',
  desks: 'Help desk',
  noMail: 'You get a text with a link and a code, to send in any messenger.',
  send: 'Make the invitation',
  sending: 'Making…',
  missingName: 'Write your name.',
  wrongTo: 'Write up to five e-mail addresses, such as name@example.com, with a comma between them.',
  back: 'Ask in the line instead',
  aside: 'How it works',
  steps: [
    { title: 'You send link or code', text: 'By mail from here, or in any messenger.' },
    { title: 'The first who opens it helps', text: 'Others are told that you are being helped.' },
    { title: 'Somebody else can follow', text: 'When the first has left. You can close it at any time.' },
  ],

  waits: {
    title: 'Your invitation is out',
    lead: 'Leave this page open. It changes by itself as soon as somebody connects.',
    left: (name: string) => `${name} has left. Somebody else who has the invitation can connect now.`,
    sent: 'Sent by mail',
    taken: 'Sent',
    notTaken: 'Not sent: the mail server did not take it',
    yourself: 'Send it yourself',
    yourselfHint: 'In any messenger. Only people of the organisation can use it.',
    text: (name: string, link: string, code: string) =>
      `${name} asks you for help with a computer. Open ${link} or type the code ${code} in your RemoteHelp extension.`,
    code: 'Code',
    copy: 'Copy the text',
    copied: 'Copied',
    share: 'Share…',
    holds: (time: string) => `It holds until ${time}.`,
    close: 'Close the invitation',
    closing: 'Closing…',
  },
  direct: {
    title: (name: string) => `${name} is asked`,
    lead: 'Leave this page open. It changes by itself when there is an answer.',
    passed: (name: string) => `${name} cannot help now. Ask in the line, or try again later.`,
    cancel: 'Ask no more',
  },
  stillHolds: 'Your invitation still holds: somebody else who has it can connect.',
  show: 'Show it',

  help: {
    title: (name: string) => `${name} asks you for help`,
    titleUnknown: 'You are asked for help',
    lead: 'You connect with the RemoteHelp extension in your browser, where you are signed in.',
    helped: (helper: string, name: string) =>
      `${helper} is helping ${name} already. Try again when they have ended it.`,
    steps: [
      { title: 'Open the extension', text: 'Its panel, under Requests.' },
      { title: 'Choose “Open an invitation”', text: 'And type this code.' },
      { title: 'You are connected', text: 'You chat, and may ask to see the screen.' },
    ],
    code: 'Code',
    copy: 'Copy the code',
    unknown: 'This invitation does not hold any more. Ask for another one.',
    look: 'Looking…',
  },

  trust: {
    title: (name: string) => `Ask ${name} directly next time?`,
    agreed: (name: string) => `Ask ${name} directly next time`,
    text: (name: string) =>
      `In this browser you can then ask ${name} without a code. Both of you must agree; either can end it at any time.`,
    agree: (name: string) => `Yes, trust ${name}`,
    agreeing: 'Saving…',
    waits: (name: string) => `You have agreed. ${name} has to agree, too.`,
    theirs: (name: string) => `${name} has agreed already.`,
    both: (name: string) => `You can ask ${name} directly next time, on the page for asking.`,
    people: 'People you trust',
    ask: (name: string) => `Ask ${name}`,
    asking: 'Asking…',
    notNow: (name: string) => `${name} is not there now.`,
    revoke: (name: string) => `Trust ${name} no more`,
    revokeQuestion: (name: string) => `Trust ${name} no more?`,
    revokeText: (name: string) => `Next time you need a code again. ${name} is not asked about this.`,
    keep: 'Leave it as it is',
    revokeAct: 'End the trust',
    presences,
  },
};
