import { useId } from 'preact/hooks';
import type { ComponentChildren } from 'preact';

type FormRowProps = {
  title: string;
  hint?: string;
  /** Links to the pages that this part depends on. */
  seeAlso?: ComponentChildren;
  children: ComponentChildren;
};

/** One part of a form in two columns: what it is about, and its fields. */
export function FormRow({ title, hint, seeAlso, children }: FormRowProps) {
  const id = useId();
  return (
    <section class="admin-row" aria-labelledby={id}>
      <div class="admin-row-what">
        <h2 id={id}>{title}</h2>
        {hint !== undefined && <p class="rh-soft">{hint}</p>}
        {seeAlso !== undefined && <p class="admin-see-also">{seeAlso}</p>}
      </div>
      <div class="admin-row-fields">{children}</div>
    </section>
  );
}
