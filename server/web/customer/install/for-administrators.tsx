import { useId } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { installTexts as words } from '../../texts/customer-install.ts';

/** What most readers need not read: folded away until it is asked for. */
export function ForAdministrators({ children }: { children: ComponentChildren }) {
  return (
    <details class="install-more">
      <summary>{words.forAdministrators}</summary>
      {children}
    </details>
  );
}

/** One way of theirs. */
export function Remark({ title, children }: { title: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <section class="install-remark" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
