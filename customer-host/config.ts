/** The one place where the host reads its surroundings. */

export interface RunEnvironment {
  /** The X display of the customer's desktop, such as `:0`. */
  readonly display: string | undefined;
  /** Only for a host that runs from its sources: the name it would have as a download. */
  readonly executableName: string;
  /** Words behind the program's name. */
  readonly words: readonly string[];
  readonly variables: Readonly<Record<string, string | undefined>>;
}

export function runEnvironment(): RunEnvironment {
  return {
    display: process.env['DISPLAY'],
    executableName: process.env['REMOTEHELP_HOST_NAME'] ?? '',
    words: process.argv.slice(2),
    variables: process.env,
  };
}
