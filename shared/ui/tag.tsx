import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconNode } from './icon.tsx';
import './tag.css';

type TagProps = {
  kind?: 'quiet' | 'accent' | 'ok' | 'wait' | 'danger' | 'live' | undefined;
  icon?: IconNode | undefined;
  children: ComponentChildren;
};

/** One or two words on a soft ground: a priority, a date, an identity word. */
export function Tag({ kind = 'quiet', icon, children }: TagProps) {
  return (
    <span class={`rh-tag rh-tag-${kind}`}>
      {icon !== undefined && <Icon icon={icon} size={12} />}
      {children}
    </span>
  );
}
