import { Check, CircleAlert, FileText } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import { Link } from './link.tsx';
import { OutsideText } from './outside-text.tsx';
import { Progress } from './progress.tsx';
import './file-bubble.css';

/** How far a file is. Texts are as shown: `38 %, 12 s`, `Upload completed`, or why it was refused. */
export type FileState =
  | { kind: 'sending'; sentBytes: number; totalBytes: number; text: string }
  | { kind: 'done'; text: string }
  | { kind: 'refused'; text: string };

type FileBubbleProps = {
  from: 'them' | 'me';
  name: string;
  /** `214 kB` */
  size: string;
  state: FileState;
  /** Where it can be had; only once it is done. */
  href?: string | undefined;
  /** An icon button at the right: download, or cancel while sending. */
  action?: ComponentChildren;
};

/** A file in the chat: its name, how far it is, and what can be done with it. */
export function FileBubble({ from, name, size, state, href, action }: FileBubbleProps) {
  const title = <OutsideText as="file" text={name} />;
  return (
    <div class={`rh-bubble-row rh-bubble-row-${from}`}>
      <div class="rh-file">
        <span class="rh-file-icon">
          <Icon icon={FileText} size={18} />
        </span>
        <div class="rh-file-words">
          {href !== undefined && state.kind === 'done' ? (
            <Link href={href} download={name}>
              {title}
            </Link>
          ) : (
            <b>{title}</b>
          )}
          {state.kind === 'sending' ? (
            <Progress label={name} value={state.sentBytes} max={state.totalBytes} text={state.text} />
          ) : (
            <p class={`rh-file-state rh-file-${state.kind}`}>
              <Icon icon={state.kind === 'done' ? Check : CircleAlert} size={12} />
              {state.text} · {size}
            </p>
          )}
        </div>
        {action}
      </div>
    </div>
  );
}
