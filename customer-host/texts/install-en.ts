/** What the commands of installing print. */
export const installWords = {
  installed: (origin: string, executable: string, browsers: readonly string[]) =>
    `RemoteHelp for ${origin} is installed as ${executable}, and these browsers start it: ${browsers.join(', ')}. Open them anew.`,
  uninstalled: (origin: string) => `RemoteHelp for ${origin} is not on this computer any more.`,
  notInstalled: (origin: string) => `RemoteHelp for ${origin} is not installed here.`,
  notPackaged: 'This runs from its sources. Install the program that a server hands out.',
  rootOnly: 'For everybody on this computer it must be installed as its administrator: try again with sudo.',
  failed: (reason: string) => `It could not be done: ${reason}`,
};
