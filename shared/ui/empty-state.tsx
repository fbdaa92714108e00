import type { ComponentChildren } from 'preact';
import './empty-state.css';

/** Nothing here: one sentence, and one action when something can be done. */
export function EmptyState({ text, action }: { text: string; action?: ComponentChildren }) {
  return (
    <div class="rh-empty">
      <p>{text}</p>
      {action}
    </div>
  );
}
