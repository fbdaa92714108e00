/** The desktop's own way to start a program after the next signing in. Pure. */

/** What an Exec line takes in double quotes: https://specifications.freedesktop.org/desktop-entry-spec */
function quoted(word: string): string {
  const escaped = word.replaceAll(/[\\"`$]/g, String.raw`\$&`).replaceAll('%', '%%');
  // Backslashes are read once more by whoever reads the file.
  return `"${escaped.replaceAll('\\', '\\\\')}"`;
}

/** The text of a `.desktop` file that starts these words once somebody has signed in. */
export function autostartEntry(words: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=RemoteHelp',
    'Comment=Goes on with the session in which this computer was restarted. Removes itself.',
    `Exec=${words.map(quoted).join(' ')}`,
    'X-GNOME-Autostart-enabled=true',
    'NoDisplay=true',
    'Terminal=false',
    '',
  ].join('\n');
}
