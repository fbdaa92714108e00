import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconNode } from './icon.tsx';
import './link.css';

type LinkProps = {
  icon?: IconNode | undefined;
  /** `danger` only for "This feels wrong". */
  kind?: 'accent' | 'danger' | undefined;
  /** Without an address it is a real button that looks like a link. */
  href?: string | undefined;
  /** `_blank` opens a tab that knows nothing of this one. */
  target?: '_blank' | undefined;
  download?: string | undefined;
  id?: string | undefined;
  onClick?: ((event: MouseEvent) => void) | undefined;
  children: ComponentChildren;
};

/** Underlined words that go to an address or do one small thing. */
export function Link({ icon, kind = 'accent', href, target, download, id, onClick, children }: LinkProps) {
  const face = (
    <>
      {icon !== undefined && <Icon icon={icon} />}
      <span class="rh-link-words">{children}</span>
    </>
  );
  if (href === undefined)
    return (
      <button type="button" id={id} class={`rh-link rh-link-${kind}`} onClick={onClick}>
        {face}
      </button>
    );
  const rel = target === undefined ? undefined : 'noopener noreferrer';
  return (
    <a
      id={id}
      class={`rh-link rh-link-${kind}`}
      href={href}
      target={target}
      rel={rel}
      download={download}
      onClick={onClick}
    >
      {face}
    </a>
  );
}
