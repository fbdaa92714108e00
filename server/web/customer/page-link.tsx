import type { ComponentChildren } from 'preact';
import { isPlainClick } from '../../../shared/ui/is-plain-click.ts';
import { Link } from '../../../shared/ui/link.tsx';
import { goTo } from './address.ts';

/** Words that lead to another page of the same visit; a new tab still works. */
export function PageLink({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <Link
      href={href}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        goTo(href);
      }}
    >
      {children}
    </Link>
  );
}
