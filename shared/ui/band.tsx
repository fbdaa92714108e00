import { Eye, Hand, MessageSquare, MousePointer2, UserRoundCheck } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconNode } from './icon.tsx';
import './band.css';

/** How much of the customer's screen the rep has, from nothing to a paused hand. */
export type BandState = 'chat' | 'asked' | 'seeing' | 'controlling' | 'paused';

type BandProps = {
  state: BandState;
  /** The state in words: "Controlling". */
  word: string;
  /** After a dot: "11:05 left", "The customer has the mouse". */
  detail?: string | undefined;
  /** The way down (or up), at the right end: small Buttons. */
  children?: ComponentChildren;
};

const ICONS: Record<BandState, IconNode> = {
  chat: MessageSquare,
  asked: UserRoundCheck,
  seeing: Eye,
  controlling: MousePointer2,
  paused: Hand,
};

/** The band under a session's head: edge is seeing, filled is controlling, striped is paused. A change is read aloud. */
export function Band({ state, word, detail, children }: BandProps) {
  return (
    <div class={`rh-band rh-band-${state}`}>
      <Icon icon={ICONS[state]} size={16} />
      <p class="rh-band-words">
        <b role="status">{word}</b>
        {detail !== undefined && <span class="rh-numbers"> · {detail}</span>}
      </p>
      <div class="rh-band-actions">{children}</div>
    </div>
  );
}
