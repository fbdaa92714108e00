import type { ComponentChildren } from 'preact';
import './status.css';

/** Every state that has a shape of its own. `code` is waiting for a connection code, `chat` is chat only. */
export type StatusKind =
  | 'available'
  | 'online'
  | 'busy'
  | 'away'
  | 'reservation'
  | 'offline'
  | 'seeing'
  | 'controlling'
  | 'paused'
  | 'chat'
  | 'code';

type StatusProps = {
  kind: StatusKind;
  /** The state in words. Always read; drawn beside the shape unless `wordUnseen`. */
  word: string;
  wordUnseen?: boolean | undefined;
  /** A softer line below the word: "About 4 to 7 minutes". */
  note?: string | undefined;
  strong?: boolean | undefined;
};

/** A state as shape and word, never by colour alone. */
export function Status({ kind, word, wordUnseen, note, strong }: StatusProps) {
  if (wordUnseen === true)
    return (
      <span class="rh-status" title={word}>
        <StatusShape kind={kind} label={word} />
      </span>
    );
  return (
    <span class="rh-status">
      <StatusShape kind={kind} />
      <span class="rh-status-words">
        <span class={strong === true ? 'rh-status-strong' : undefined}>{word}</span>
        {note !== undefined && <span class="rh-status-note">{note}</span>}
      </span>
    </span>
  );
}

/** The bare 12 × 12 shape; without `label` the word must stand beside it. */
export function StatusShape({ kind, label }: { kind: StatusKind; label?: string | undefined }) {
  const name = label === undefined ? { 'aria-hidden': true } : { role: 'img' as const, 'aria-label': label };
  return (
    <svg class={`rh-status-shape rh-status-${kind}`} viewBox="0 0 12 12" width="12" height="12" {...name}>
      {SHAPES[kind]}
    </svg>
  );
}

const disc = <circle cx="6" cy="6" r="4.5" fill="currentColor" />;

const SHAPES: Record<StatusKind, ComponentChildren> = {
  available: disc,
  online: disc,
  busy: (
    <>
      <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" stroke-width="1.5" />
      <path d="M6 2a4 4 0 0 0 0 8z" fill="currentColor" />
    </>
  ),
  away: <path d="M6.2 1.6a4.5 4.5 0 1 0 4.2 6.1A3.9 3.9 0 0 1 6.2 1.6z" fill="currentColor" />,
  reservation: (
    <>
      <rect x="1.75" y="2.25" width="8.5" height="8" rx="1.2" fill="none" stroke="currentColor" stroke-width="1.5" />
      <path d="M1.75 2.25h8.5v3h-8.5z" fill="currentColor" />
    </>
  ),
  offline: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" stroke-width="1.5" />,
  seeing: (
    <>
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="1.5" />
      <circle cx="6" cy="6" r="1.9" fill="currentColor" />
    </>
  ),
  controlling: <path d="M1.4 1.4 11 4.9 6.9 6.9 4.9 11z" fill="currentColor" />,
  paused: <path d="M2.5 1.5h2.6v9H2.5zM6.9 1.5h2.6v9H6.9z" fill="currentColor" />,
  chat: (
    <path
      d="M2.5 1.5h7a1.2 1.2 0 0 1 1.2 1.2v4.1A1.2 1.2 0 0 1 9.5 8H5.400L2.9 10.500V8h-.4a1.2 1.2 0 0 1-1.2-1.2V2.700a1.2 1.2 0 0 1 1.2-1.2z"
      fill="currentColor"
    />
  ),
  code: <path d="M1.5 1h2v4h-2zM5 1h2v4H5zM8.5 1h2v4h-2zM1.5 7h2v4h-2zM5 7h2v4H5zM8.5 7h2v4h-2z" fill="currentColor" />,
};
