import { Check, CheckCheck, CircleAlert, Clock, Lock } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Avatar } from './avatar.tsx';
import { useComponentTexts } from './component-texts.ts';
import { Icon } from './icon.tsx';
import { MessageText } from './message-text.tsx';
import { OutsideText } from './outside-text.tsx';
import './bubble.css';

type BubbleProps = {
  /** `them` on the left, `me` on the right. */
  from: 'them' | 'me';
  text: string;
  /** What a request is about: strong, above the text. */
  subject?: string | undefined;
  /** As shown: `10:02`. */
  time: string;
  /** The author, read before the text; drawn above it with `showAuthor` and in a reps-only note. */
  author: string;
  showAuthor?: boolean | undefined;
  /** One tick or two, or a failure; only for `me`. */
  state?: 'sending' | 'sent' | 'read' | 'failed' | undefined;
  /** The next of the same author within a minute: closer, and without a face. */
  continues?: boolean | undefined;
  /** Shows the author's face beside the bubble (customer pages). */
  avatar?: { name: string; pictureUrl?: string | undefined } | undefined;
  /** A note that the customer never sees: dashed, with lock and words. */
  repsOnly?: boolean | undefined;
};

/** One chat message. The text is shown as text, whatever it contains. */
export function Bubble(props: BubbleProps) {
  const { from, text, subject, time, author, showAuthor, state, continues, avatar, repsOnly } = props;
  if (repsOnly === true) return <RepsOnlyNote text={text} time={time} author={author} />;
  return (
    <div class={`rh-bubble-row rh-bubble-row-${from}`} data-continues={continues === true}>
      {avatar !== undefined && (
        <span class="rh-bubble-face">{continues !== true && <Avatar {...avatar} size={36} kind="staff" />}</span>
      )}
      <div class={`rh-bubble rh-bubble-${from}`}>
        <span class={showAuthor === true && continues !== true ? 'rh-bubble-author' : 'rh-unseen'}>
          <OutsideText text={author} />
          <span class="rh-unseen">: </span>
        </span>
        {subject !== undefined && (
          <b class="rh-bubble-subject">
            <OutsideText text={subject} />
          </b>
        )}
        <MessageText text={text} />
        <span class="rh-bubble-meta">
          {time}
          {from === 'me' && state !== undefined && <Ticks state={state} />}
        </span>
      </div>
    </div>
  );
}

function RepsOnlyNote({ text, time, author }: Pick<BubbleProps, 'text' | 'time' | 'author'>) {
  const texts = useComponentTexts();
  return (
    <div class="rh-bubble-note">
      <div class="rh-bubble-note-head">
        <Icon icon={Lock} size={12} />
        <span class="rh-bubble-note-who">
          {texts.repsOnly} · <OutsideText text={author} />
        </span>
        <span class="rh-bubble-note-time">{time}</span>
      </div>
      <MessageText text={text} />
    </div>
  );
}

function Ticks({ state }: { state: NonNullable<BubbleProps['state']> }): ComponentChildren {
  const texts = useComponentTexts();
  if (state === 'sending') return <Icon icon={Clock} size={12} label={texts.notYetSent} />;
  if (state === 'failed')
    return (
      <span class="rh-bubble-failed">
        <Icon icon={CircleAlert} size={12} />
        {texts.notSent}
      </span>
    );
  return (
    <Icon icon={state === 'read' ? CheckCheck : Check} size={12} label={state === 'read' ? texts.read : texts.sent} />
  );
}
