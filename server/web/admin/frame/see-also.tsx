import { isPlainClick } from '../../../../shared/ui/is-plain-click.ts';
import { Link } from '../../../../shared/ui/link.tsx';
import { usePanel } from './panel-context.ts';

/** Leads from one page of the panel to another that it depends on; a new tab still works. */
export function SeeAlso({ href, children }: { href: string; children: string }) {
  const { router } = usePanel();
  return (
    <Link
      href={href}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        router.go(href);
      }}
    >
      {children}
    </Link>
  );
}
