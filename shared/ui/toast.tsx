import { CircleAlert, X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { useComponentTexts } from './component-texts.ts';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import './toast.css';

/** What the toast says; a new `id` is a new toast. */
export type ToastMessage = { id: string; text: string; kind?: 'plain' | 'failure' | undefined };

type ToastProps = {
  /** `undefined` while there is none; keep the component mounted, so that readers hear the next one. */
  message: ToastMessage | undefined;
  onClose: () => void;
  /** "Undo" */
  action?: ComponentChildren;
  clock?: Clock | undefined;
};

const SHOWN_MS = 6000;

/** One short fact at the bottom left for six seconds; a failure stays until closed. Never the only place of a fact. */
export function Toast({ message, onClose, action, clock = systemClock }: ToastProps) {
  const texts = useComponentTexts();
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    if (message === undefined || message.kind === 'failure') return undefined;
    return clock.after(SHOWN_MS, () => close.current());
  }, [message?.id, message?.kind, clock]);
  return (
    <div class="rh-toast-place" role="status">
      {message !== undefined && (
        <div key={message.id} class={`rh-toast rh-toast-${message.kind ?? 'plain'}`}>
          {message.kind === 'failure' && <Icon icon={CircleAlert} />}
          <p class="rh-toast-text">{message.text}</p>
          {action}
          <IconButton icon={X} label={texts.close} onClick={onClose} />
        </div>
      )}
    </div>
  );
}
