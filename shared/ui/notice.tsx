import { CircleAlert, CircleCheck, Info, ShieldAlert, TriangleAlert } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconNode } from './icon.tsx';
import './notice.css';

/** What the notice is about; `wait` is the usual one, `caution` warns of strangers, `danger` is a failure to act on. */
export type NoticeKind = 'wait' | 'caution' | 'danger' | 'ok' | 'info';

type NoticeProps = {
  kind?: NoticeKind | undefined;
  /** The first words, strong: "Known problem:". */
  title?: string | undefined;
  children?: ComponentChildren;
  /** A Link or a Button at the right end. */
  action?: ComponentChildren;
  /** Read aloud at once, for what just went wrong. */
  alert?: boolean | undefined;
};

const ICONS: Record<NoticeKind, IconNode> = {
  wait: TriangleAlert,
  caution: ShieldAlert,
  danger: CircleAlert,
  ok: CircleCheck,
  info: Info,
};

/** A fact that everybody on the page should know, in its place in the page. */
export function Notice({ kind = 'wait', title, children, action, alert }: NoticeProps) {
  return (
    <div class={`rh-notice rh-notice-${kind}`} role={alert === true ? 'alert' : undefined}>
      <Icon icon={ICONS[kind]} />
      <p class="rh-notice-text">
        {title !== undefined && <b>{title} </b>}
        {children}
      </p>
      {action !== undefined && <div class="rh-notice-action">{action}</div>}
    </div>
  );
}
