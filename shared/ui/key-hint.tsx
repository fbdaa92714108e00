import { drawnKeys } from './this-keyboard.ts';
import './key-hint.css';

/** Shows a key or a chord, such as `Alt A`, as it stands on the keyboard. */
export function KeyHint({ keys }: { keys: string }) {
  return <kbd class="rh-key">{drawnKeys(keys)}</kbd>;
}
