import { Phone, Video } from 'lucide';
import { Icon } from '../icon.tsx';
import type { ComponentChildren } from 'preact';
import './call-ask.css';

type CallAskProps = {
  media: 'voice' | 'video';
  /** Read aloud when it comes. */
  title: string;
  text?: string | undefined;
  /** Buttons: the no first. */
  children?: ComponentChildren;
};

/** Somebody asks to talk, or is being asked; with the buttons that answer it or take it back. */
export function CallAsk({ media, title, text, children }: CallAskProps) {
  return (
    <section class="rh-call-ask" aria-label={title}>
      <span class="rh-call-ask-sign">
        <Icon icon={media === 'video' ? Video : Phone} />
      </span>
      <div class="rh-call-ask-words">
        <p role="status">
          <b>{title}</b>
        </p>
        {text !== undefined && <p class="rh-soft">{text}</p>}
      </div>
      <div class="rh-call-ask-answers">{children}</div>
    </section>
  );
}
