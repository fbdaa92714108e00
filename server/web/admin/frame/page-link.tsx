import type { ComponentChildren } from 'preact';

type PageLinkProps = { href: string; onOpen: (path: string) => void; children: ComponentChildren };

/** A name in a table that leads to its page; a new tab still works. */
export function PageLink({ href, onOpen, children }: PageLinkProps) {
  return (
    <a
      class="admin-name-link"
      href={href}
      onClick={(event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        onOpen(href);
      }}
    >
      {children}
    </a>
  );
}
