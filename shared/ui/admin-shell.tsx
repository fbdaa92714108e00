import { Menu as MenuIcon } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useComponentTexts } from './component-texts.ts';
import { Icon } from './icon.tsx';
import type { IconNode } from './icon.tsx';
import { isPlainClick } from './is-plain-click.ts';
import { IconButton } from './icon-button.tsx';
import './admin-shell.css';

/** One page in the side, and the heading it stands under (none for the first few). */
export type AdminPage = { href: string; label: string; icon: IconNode; group?: string | undefined };

type AdminShellProps = {
  product: { name: string; mark?: ComponentChildren };
  pages: readonly AdminPage[];
  /** The `href` of the open page. */
  current: string;
  /** Called instead of following the link; the caller moves on by itself. */
  onNavigate?: ((href: string) => void) | undefined;
  title: string;
  /** Before the title: "Channels". */
  parent?: { label: string; href: string } | undefined;
  /** Beside the title: a Tag or a Status. */
  titleEnd?: ComponentChildren;
  /** At the head's right: Buttons. */
  actions?: ComponentChildren;
  /** At the side's foot: who is logged in. */
  account?: ComponentChildren;
  children: ComponentChildren;
  /** 385 px at the right: what the numbers mean now. */
  pane?: ComponentChildren;
  /** At the bottom: what is not saved yet. */
  unsaved?: ComponentChildren;
};

/** The administrator's frame: side 212 px, head 56 px, body, and a right pane where one is needed. */
export function AdminShell(props: AdminShellProps) {
  const { title, parent, titleEnd, actions, children, pane, unsaved } = props;
  const [isSideOpen, setSideOpen] = useState(false);
  const texts = useComponentTexts();
  const follow = (event: MouseEvent, href: string) => {
    const isPlain = isPlainClick(event);
    if (props.onNavigate === undefined || !isPlain) return;
    event.preventDefault();
    setSideOpen(false);
    props.onNavigate(href);
  };
  return (
    <div class="rh-admin" data-density="rep">
      <AdminSide {...props} isOpen={isSideOpen} follow={follow} />
      <div class="rh-admin-page">
        <header class="rh-admin-head">
          <span class="rh-admin-menu">
            <IconButton
              icon={MenuIcon}
              label={texts.menu}
              size="toolbar"
              aria-expanded={isSideOpen}
              onClick={() => setSideOpen(!isSideOpen)}
            />
          </span>
          {parent !== undefined && (
            <>
              <a class="rh-admin-parent" href={parent.href} onClick={(event) => follow(event, parent.href)}>
                {parent.label}
              </a>
              <span class="rh-faint" aria-hidden="true">
                ›
              </span>
            </>
          )}
          <h1 class="rh-admin-title">{title}</h1>
          {titleEnd}
          <div class="rh-admin-actions">{actions}</div>
        </header>
        <div class="rh-admin-columns">
          <main class="rh-admin-body">{children}</main>
          {pane !== undefined && <aside class="rh-admin-pane">{pane}</aside>}
        </div>
        {unsaved !== undefined && <footer class="rh-admin-unsaved">{unsaved}</footer>}
      </div>
    </div>
  );
}

type AdminSideProps = Pick<AdminShellProps, 'product' | 'pages' | 'current' | 'account'> & {
  isOpen: boolean;
  follow: (event: MouseEvent, href: string) => void;
};

function AdminSide({ product, pages, current, account, isOpen, follow }: AdminSideProps) {
  const texts = useComponentTexts();
  const groups = [...new Set(pages.map((page) => page.group))];
  return (
    <nav class="rh-admin-side" aria-label={texts.sections} data-open={isOpen}>
      <p class="rh-admin-product">
        {product.mark}
        {product.name}
      </p>
      <div class="rh-admin-pages">
        {groups.map((group) => (
          <div key={group ?? ''} class="rh-admin-group">
            {group !== undefined && <p class="rh-admin-group-title">{group}</p>}
            <ul>
              {pages
                .filter((page) => page.group === group)
                .map((page) => (
                  <li key={page.href}>
                    <a
                      class="rh-admin-link"
                      href={page.href}
                      aria-current={page.href === current ? 'page' : undefined}
                      onClick={(event) => follow(event, page.href)}
                    >
                      <Icon icon={page.icon} />
                      {page.label}
                    </a>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
      {account !== undefined && <div class="rh-admin-account">{account}</div>}
    </nav>
  );
}
