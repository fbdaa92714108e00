import { Archive, Check, CircleAlert, FileImage, FileText, FileVideo, Music } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconNode } from './icon.tsx';
import { Link } from './link.tsx';
import { OutsideText } from './outside-text.tsx';
import { Progress } from './progress.tsx';
import './file-bubble.css';

/** How far a file is. Texts are as shown: `38 %, 12 s`, `Upload completed`, or why it was refused. */
export type FileState =
  | { kind: 'sending'; sentBytes: number; totalBytes: number; text: string }
  | { kind: 'done'; text: string }
  /** Somebody else's: what it is, such as `PDF`. */
  | { kind: 'given'; text: string }
  | { kind: 'refused'; text: string };

/** What is drawn before the name. */
export type FileKind = 'picture' | 'pdf' | 'archive' | 'document' | 'film' | 'sound' | 'other';

type FileBubbleProps = {
  from: 'them' | 'me';
  name: string;
  /** `214 kB` */
  size: string;
  /** As shown: `10:02`; none while it is on its way. */
  time?: string | undefined;
  /** Who gave it, read before the name. */
  author?: string | undefined;
  kind?: FileKind | undefined;
  state: FileState;
  /** Fetches it: the name is a link then. */
  onOpen?: (() => void) | undefined;
  /** An icon button at the right: download, or cancel while sending. */
  action?: ComponentChildren;
  /** Above the words: what can be seen of a picture. */
  picture?: ComponentChildren;
  /** The customer never sees it: dashed, as reps' notes are. */
  repsOnly?: boolean | undefined;
};

const icons: Record<FileKind, IconNode> = {
  picture: FileImage,
  pdf: FileText,
  archive: Archive,
  document: FileText,
  film: FileVideo,
  sound: Music,
  other: FileText,
};

/** A file in the chat: its name, how far it is, and what can be done with it. */
export function FileBubble(props: FileBubbleProps) {
  const { from, name, size, time, author, kind = 'other', state, onOpen, action, picture, repsOnly } = props;
  const title = <OutsideText as="file" text={name} />;
  return (
    <div class={`rh-bubble-row rh-bubble-row-${from}`}>
      <div class="rh-file" data-reps-only={repsOnly === true}>
        {author !== undefined && (
          <span class="rh-unseen">
            <OutsideText text={author} />:{' '}
          </span>
        )}
        {picture}
        <div class="rh-file-row">
          <span class="rh-file-icon">
            <Icon icon={icons[kind]} size={18} />
          </span>
          <div class="rh-file-words">
            {onOpen === undefined ? <b>{title}</b> : <Link onClick={onOpen}>{title}</Link>}
            {state.kind === 'sending' ? (
              <Progress label={name} value={state.sentBytes} max={state.totalBytes} text={state.text} />
            ) : (
              <p class={`rh-file-state rh-file-${state.kind}`}>
                {state.kind !== 'given' && <Icon icon={state.kind === 'done' ? Check : CircleAlert} size={12} />}
                <span>{state.kind === 'refused' ? state.text : `${state.text} · ${size}`}</span>
                {time !== undefined && <span class="rh-file-time">{time}</span>}
              </p>
            )}
          </div>
          {action}
        </div>
      </div>
    </div>
  );
}
