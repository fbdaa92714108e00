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
  changeFile: (before: number, now: number) => `each file ${before} MB → ${now} MB`,
  changeSession: (before: number, now: number) => `each session ${before} MB → ${now} MB`,
  refused: 'Always refused',
  refusedHint: 'By name and by content, from both sides.',
  programs:
    'Programs, installers and scripts, such as .exe, .msi, .bat, .sh and .cmd, also under another name. Shared items may be of any kind: put there what reps should hand out.',
} as const;
