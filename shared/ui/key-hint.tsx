import './key-hint.css';

/** Shows a key or a chord, such as `Alt A`, as it stands on the keyboard. */
export function KeyHint({ keys }: { keys: string }) {
  return <kbd class="rh-key">{keys}</kbd>;
}

/** Turns a drawn key hint (`Alt A`) into the value of `aria-keyshortcuts` (`Alt+A`). */
export function ariaKeys(keys: string): string {
  return keys.replaceAll('Ctrl', 'Control').replaceAll(' ', '+');
}
