import { useId } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import './section.css';

type SectionProps = {
  title: string;
  /** At the right of the title: a Link or a soft remark. */
  aside?: ComponentChildren;
  /** Rows and tables bring their own gutter; `flush` lets them reach the edges. */
  flush?: boolean | undefined;
  children: ComponentChildren;
};

/** A titled part of a page with a hairline above it: the structure instead of a box. */
export function Section({ title, aside, flush, children }: SectionProps) {
  const id = useId();
  return (
    <section class="rh-section" aria-labelledby={id}>
      <header class="rh-section-head">
        <h2 id={id} class="rh-section-title">
          {title}
        </h2>
        {aside !== undefined && <div class="rh-section-aside">{aside}</div>}
      </header>
      <div class={flush === true ? undefined : 'rh-section-body'}>{children}</div>
    </section>
  );
}
