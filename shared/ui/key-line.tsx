import { KeyHint } from './key-hint.tsx';
import './key-line.css';

/** The foot of the panel's Home: keys and what they do. */
export function KeyLine({ keys }: { keys: readonly { keys: string; text: string }[] }) {
  return (
    <p class="rh-key-line">
      {keys.map((entry) => (
        <span key={entry.keys} class="rh-key-line-entry">
          <KeyHint keys={entry.keys} />
          {entry.text}
        </span>
      ))}
    </p>
  );
}
