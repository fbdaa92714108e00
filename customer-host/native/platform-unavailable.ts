/**
 * Says in words that something cannot be done on this computer: the system is not served yet, or a part of it is
 * missing. The message is meant for the customer and the representative as it stands.
 */
export class PlatformUnavailable extends Error {
  override readonly name = 'PlatformUnavailable';
}

/** The systems RemoteHelp knows by name; anything else is shown as Node reports it. */
const systemNames: Readonly<Record<string, string>> = { win32: 'Windows', darwin: 'macOS', linux: 'Linux' };

/**
 * The one answer of every port on a system that has no platform file yet.
 * @param ability what was asked for, as the start of a sentence: "Reading the screen"
 * @param platform `process.platform` of the customer's computer
 */
export function notServedYet(ability: string, platform: string): PlatformUnavailable {
  const system = systemNames[platform] ?? platform;
  return new PlatformUnavailable(
    `${ability} is not available on ${system} yet. The person who helps you can go on by chat on the session page.`,
  );
}
