import { useId } from 'preact/hooks';
import type { ComponentChildren } from 'preact';

/** One part of a form in two columns: what it is about, and its fields. */
export function FormRow({ title, hint, children }: { title: string; hint?: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <section class="admin-row" aria-labelledby={id}>
      <div class="admin-row-what">
        <h2 id={id}>{title}</h2>
        {hint !== undefined && <p class="rh-soft">{hint}</p>}
      </div>
      <div class="admin-row-fields">{children}</div>
    </section>
  );
}
