import { StatusShape } from './status.tsx';
import type { StatusKind } from './status.tsx';
import { safeName } from './safe-text.ts';
import './avatar.css';

type AvatarProps = {
  name: string;
  pictureUrl?: string | undefined;
  /** Edge in px: 26 small, 32 panel, 36 bubbles, 44 sheets, 52 cards. 32 unless said. */
  size?: 26 | 32 | 36 | 44 | 52 | undefined;
  /** `staff` is petrol, `customer` is plain. */
  kind?: 'staff' | 'customer' | undefined;
  status?: { kind: StatusKind; word: string } | undefined;
};

/** A person's picture or initials. Decoration: the name always stands beside it. */
export function Avatar({ name, pictureUrl, size = 32, kind = 'customer', status }: AvatarProps) {
  return (
    <span class={`rh-avatar rh-avatar-${kind} rh-avatar-${size}`}>
      {pictureUrl === undefined ? (
        <span aria-hidden="true">{initials(name)}</span>
      ) : (
        <img src={pictureUrl} alt="" width={size} height={size} />
      )}
      {status !== undefined && (
        <span class="rh-avatar-status">
          <StatusShape kind={status.kind} label={status.word} />
        </span>
      )}
    </span>
  );
}

/** The first letters of the first and the last word; one for a single word, `?` for a name without letters. */
export function initials(name: string): string {
  const words = safeName(name)
    .split(/[\s-]+/u)
    .map((word) => word.match(/\p{L}|\p{N}/u)?.[0])
    .filter((letter) => letter !== undefined);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.length === 0 ? '?' : letters.join('').toLocaleUpperCase();
}
