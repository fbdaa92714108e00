/** What programs that the host starts are given of its environment: all but what is the host's own. */
const ownVariables = /^REMOTEHELP_/;

export function ownEnvironment(variables: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !ownVariables.test(name)));
}
