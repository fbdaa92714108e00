/** Words of the ways into a session that waits: code, links, QR code, and who stands at the door. Names have been made safe. */

/** The words, by the place where they stand. */
export const waysInTexts = {
  title: 'Remote Assist Session',
  forWhom: (name: string) => `For ${name}`,
  forAnybody: 'For whoever you tell the code',
  label: (name: string) => (name === '' ? 'Connection code' : `Connection code for ${name}`),
  none: '––– –––',
  waiting: (left: string) => `Waiting for the customer · ${left} left`,
  gone: 'This code does not work any more. Make another one.',
  used: 'The code has been used.',
  life: 'Time left',
  qr: 'Link for the customer’s phone',
  tell: 'Tell the customer the address of the connection page and the code, or pass a link on: it needs no typing.',
  address: 'Page for typing the code',
  computer: 'Link for a computer',
  phone: 'Link for a phone',
  linkLife: (day: string, time: string) => `Links work once, until ${time} on ${day}.`,
  linkGone: 'The links do not work any more.',
  copy: 'Copy',
  copyCode: 'Copy the code',
  copyOf: { address: 'Copy the address', computer: 'Copy the link for a computer', phone: 'Copy the link for a phone' },
  paste: 'Paste into chat',
  pasteOf: {
    address: 'Paste the address and the code into a chat',
    computer: 'Paste the link for a computer into a chat',
    phone: 'Paste the link for a phone into a chat',
  },
  noChat: 'No chat is open into which it could be pasted.',
  pasted: (name: string) => `It stands in the chat with ${name}. Send it when it reads right.`,
  sms: 'SMS',
  another: 'Create another',
  anotherShort: 'Another',
  close: 'Close',
  giveUp: 'Give this session up',
  show: 'Pass on',
  open: 'Start Session',
  copied: 'It is on the clipboard.',
  notCopied: 'The browser did not let the clipboard be used. Click into the panel, then try again.',
  guarded: (time: string) =>
    `Somebody is trying out connection codes. Until ${time} typing a code takes some seconds longer, and whoever you did not name you are asked about. Links work as usual.`,
  waitingRoom: 'Nobody has come in yet. The chat opens as soon as somebody does.',

  message: {
    computer: (link: string) => `Open this link on your computer to connect to me: ${link}`,
    phone: (link: string) => `Open this link on your phone to connect to me: ${link}`,
    address: (address: string, code: string) => `Open ${address} and type this code: ${code}`,
    addressOnly: (address: string) => `Open ${address} and type the code that I tell you.`,
    all: (parts: { computer: string; phone: string; typing: string }) =>
      [parts.computer, parts.phone, `Or: ${parts.typing}`, 'If you did not ask for help, ignore this.'].join('\n\n'),
  },

  knock: {
    title: (name: string) => `${name} wants to come in`,
    text: 'The code was right. You named nobody of this name, so it may be a stranger who guessed it.',
    notice: 'The code was right. Let them in, or not.',
    letIn: 'Let in',
    lettingIn: 'Letting in…',
    refuse: 'Not this one',
    refusing: 'Turning away…',
  },

  start: {
    menu: 'More ways to start',
    chat: 'Text chat',
    control: 'Remote Control',
  },

  list: {
    title: 'Your sessions',
    waiting: 'Waiting',
    live: 'Live',
    ended: 'Ended',
    nobodyYet: 'Nobody yet',
    atTheDoor: 'Somebody is at the door',
  },
};
