/** The words of a customer's receipt. Names that come in have been made safe to show already. */

/** By where they stand. */
export const receiptTexts = {
  title: 'Receipt of your support session',
  lead: 'Everything that was done, written down while it happened.',
  you: 'You',

  /** On the summary. */
  offer: {
    title: 'Your receipt',
    text: 'Everything that was done, allowed and written, on a page of its own. Its link works later too, and on another device.',
    open: 'Your receipt',
  },
  mail: 'E-mail',
  mailing: 'Sending…',
  mailed: (address: string) => `The link is on its way to ${address}.`,
  print: 'Print',
  save: 'Save',
  fileName: (day: string) => `receipt-${day}.html`,

  facts: {
    helpedBy: 'Helped by',
    helper: (name: string, from: string, to: string) => `${name}, ${from} – ${to}`,
    day: 'Day',
    fromTo: 'From, to',
    computer: 'Computer',
    link: 'Link',
    direct: 'Direct',
    gateway: 'Through a relay',
    about: 'About',
    organisation: 'Organisation',
    for: 'For',
  },

  done: 'What was done',
  used: (time: string) => `used ${time}`,
  sentFile: (name: string, size: string, _isRep: boolean) => `sent the file ${name}, ${size}`,
  unused: 'not used',
  asked: (channel: string, about: string) =>
    channel === '' ? `asked for help: ${about}` : `asked for help in ${channel}: ${about}`,
  /** What the chat tells while it happens, told afterwards. */
  afterwards: {
    askedView: 'asked to see your screen',
    askedTool: (tool: string) => `asked for: ${tool}`,
    askedControl: (hands: string) => `asked to use your ${hands}`,
    saw: {
      direct: 'saw your screen, connected directly',
      gateway: 'saw your screen, through a relay',
      unknown: 'saw your screen',
    },
    notSeen: 'Your screen was not shown any more',
    resumed: (rep: string) => `${rep} had mouse and keyboard again`,
  },
  gone: 'An entry that stood here is gone or cannot be read any more',
  unknown: (kind: string) => `Something that this page has no words for (${kind})`,
  faults: {
    changed: 'changed',
    missing: 'taken out',
    added: 'put in',
  },

  notDone: 'What was not done',
  everythingDone: 'Of what we list here, everything was done at least once.',
  not: {
    seen: 'Nobody saw your screen',
    controlled: 'Nobody used your mouse or keyboard',
    recorded: 'Nothing was recorded',
    files: 'No file was sent, in either direction',
    commands: 'Nothing was opened or run on your computer',
    clipboard: 'Your clipboard was not read',
    installed: 'No program was downloaded',
  },

  written: (count: number) =>
    count === 0
      ? 'Nothing was written'
      : count === 1
        ? 'What was written, 1 message'
        : `What was written, ${count} messages`,
  zone: (zone: string) => `Times as this device shows them (${zone}).`,

  fingerprint: 'Fingerprint',
  chained: (entries: number) => (entries === 1 ? '1 entry, chained' : `${entries} entries, chained`),
  checking: 'Checking…',
  unchanged: (time: string) => `unchanged since ${time}`,
  ownWord: 'fits your link',
  changed: 'changed',

  trouble: {
    title: 'This receipt was changed after the session.',
    entries: (count: number) =>
      count === 1
        ? 'One entry is not as it was when the session ended. It is marked below.'
        : `${count} entries are not as they were when the session ended. They are marked below.`,
    head: 'What stands at the top is not as it was when the session ended.',
    seal: 'The seal that the server set when the session ended does not fit any more.',
    link: 'The fingerprint in your link is another one than the one that this page comes to.',
    act: 'Keep your link and your mail. Ask the organisation why, and show them this page.',
  },
  foreign:
    'The server has another secret than when it sealed this, as after a move to another machine. So it cannot vouch for its own seal; but every entry fits the fingerprint in your link.',

  proof: {
    title: 'What this proves, and what it does not',
    lines: [
      'Each entry is hashed (SHA-256) together with the hash of the entry before it. The fingerprint is the last of these hashes. If somebody changes an entry, takes one out or puts one in, the fingerprint comes out otherwise. Your browser has worked it out anew on this page.',
      'When the session ended, the server signed the chain with a secret that does not lie in its database. So a change by hand in the database shows. Your link, the mail and a saved file hold the fingerprint too: they show a change even by somebody who has that secret.',
      'It does not prove that everything was written down in the first place, nor who sat at the two computers, nor what was said outside this page, as on the telephone. And whoever runs the server could show you a page that checks nothing: for a proof that needs no trust, save the file and have somebody work out its hashes.',
    ],
  },

  link: {
    title: 'Keep this link',
    text: 'Whoever has it can read this receipt, so pass it on only to people who may. It works until the organisation deletes the session.',
    label: 'Link to this receipt',
    copy: 'Copy',
    copied: 'Copied',
  },

  opening: 'Opening the receipt',
  noLink: 'This link is not whole. Open it again from where you keep it, from its first letter to its last.',
  unreadable: 'What the receipt said at its top cannot be read any more.',
  back: 'Back',
  askAgain: 'Ask for help',

  file: {
    checking: 'To check this file without any server',
    how: 'Each line below is one link of the chain: its number, its hash, and the text that was hashed. The hash is SHA-256 over the hash of the line before (nothing for the first), a line feed, and the text, in UTF-8. The fingerprint is the beginning of the last hash.',
    saved: (moment: string) => `Saved on ${moment}.`,
  },
} as const;
