const megabytes = (typed: string) => (typed === '' ? 'nothing' : `${typed} MB`);

/** Every sentence of the web panel about files in chats. */
export const fileTexts = {
  title: 'Files in chats',
  lead: 'Customers and reps send each other files. They lie in the server’s store, are part of its backups, and go when their session goes.',
  file: 'Each file',
  fileHint: 'What is larger is refused before it is sent.',
  fileLabel: 'At most, in MB',
  session: 'Each session',
  sessionHint: 'All files of both sides together.',
  sessionLabel: 'At most, in MB',
  wrongFile: 'Write 1 to 2000.',
  wrongSession: 'Write 1 to 20000, and no less than one file may have.',
  /** `now` is what is typed, which may be no number yet. */
  changeFile: (before: number, now: string) => `each file ${before} MB → ${megabytes(now)}`,
  changeSession: (before: number, now: string) => `each session ${before} MB → ${megabytes(now)}`,
  refused: 'Always refused',
  refusedHint: 'By name and by content, from both sides.',
  programs:
    'Programs, installers and scripts, such as .exe, .msi, .bat, .sh and .cmd, also under another name. Shared items may be of any kind: put there what reps should hand out.',
} as const;
