/**
 * Whether the desktop is a Wayland one. X programs see only each other there: the screen would stay black, the customer's
 * own hand unnoticed, and the banner not above everything. So none of what a host promises would hold.
 * @throws PlatformUnavailable when the X display cannot be reached
 */
export async function isWayland(
  variables: Readonly<Record<string, string | undefined>>,
  display: string,
  platform: NodeJS.Platform,
): Promise<boolean> {
  if (platform !== 'linux') return false;
  if ((variables['WAYLAND_DISPLAY'] ?? '') !== '' || variables['XDG_SESSION_TYPE'] === 'wayland') return true;
  // Loaded here, because a system without these libraries is told so in words and not by a program that does not start.
  const x11 = await import('../native/libx11.ts');
  const { XConnection } = await import('../native/x-connection.ts');
  const connection = new XConnection(display);
  try {
    // What Xwayland calls itself, however the host was started.
    return Boolean(x11.XQueryExtension(connection.display, 'XWAYLAND', [0], [0], [0]));
  } finally {
    connection.close();
  }
}
