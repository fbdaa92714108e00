/** What the customer's page says where the program is installed already. */
export const installedTexts = {
  why: (rep: string, isControl: boolean) =>
    `The program that shows ${rep} your screen${isControl ? ' and lets them help with mouse and keyboard' : ''} is on this computer already. It asks you once more, and nothing is seen before you say yes there.`,
  start: 'Start RemoteHelp',
  starting: 'Starting…',
  downloadInstead: 'Download it instead',
  started: 'RemoteHelp starts on your computer and asks you there.',
  failed: 'RemoteHelp could not be started. Try it again, or download it.',
  outdated: 'The RemoteHelp on this computer is too old for this server. Download it for this session.',
} as const;
