import browser from 'webextension-polyfill';

/**
 * Asks the person to let the extension reach this server, unless it may already. Call it in the turn of a click.
 * Resolves to whether it may.
 */
export async function requestServerPermission(origin: string): Promise<boolean> {
  // Match patterns know no ports: the pattern of the host covers every port of it.
  const { protocol, hostname } = new URL(origin);
  return browser.permissions.request({ origins: [`${protocol}//${hostname}/*`] });
}
