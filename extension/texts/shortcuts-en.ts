/** The rep's words about shortcuts: what the organisation shares with its reps. */
export const shortcutTexts = {
  room: 'Shortcuts',
  offers: 'Replies and addresses',
  empty:
    'Your organisation shares nothing yet. An administrator adds addresses, replies, programs and files in the web panel.',
  hint: 'Type / in a chat to use replies and addresses there.',
  open: (name: string) => `Open ${name} in a new tab`,
  paste: (name: string) => `Put ${name} into a chat`,
  pasteHere: (customer: string) => `Chat with ${customer}`,
  program: (path: string, words: string) => (words === '' ? path : `${path} ${words}`),
  file: (size: string, sha256: string) => `${size} · SHA-256 ${sha256}`,
  kinds: { folder: 'Folder', favorite: 'Address', program: 'Program', reply: 'Reply', file: 'File' },
} as const;
