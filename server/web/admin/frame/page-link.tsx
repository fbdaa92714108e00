import type { ComponentChildren } from 'preact';
import { isPlainClick } from '../../../../shared/ui/is-plain-click.ts';

type PageLinkProps = { href: string; onOpen: (path: string) => void; children: ComponentChildren };

/** A name in a table that leads to its page; a new tab still works. */
export function PageLink({ href, onOpen, children }: PageLinkProps) {
  return (
    <a
      class="admin-name-link"
      href={href}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        onOpen(href);
      }}
    >
      {children}
    </a>
  );
}
