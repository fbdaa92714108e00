import { House } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Badge } from './badge.tsx';
import { useComponentTexts } from './component-texts.ts';
import { Icon } from './icon.tsx';
import { OutsideText } from './outside-text.tsx';
import { StatusShape } from './status.tsx';
import type { StatusKind } from './status.tsx';
import { ariaKeys, drawnKeys } from './this-keyboard.ts';
import './session-tabs.css';

/** One session (or a code that waits for its customer) in the strip. */
export type SessionTab = {
  id: string;
  name: string;
  /** Second line: `11:05 left`, `code 8:12`. */
  detail: string;
  status: { kind: StatusKind; word: string };
  unread?: number | undefined;
  /** The keys that lead to it, such as `Alt 1`. */
  keys?: string | undefined;
};

type SessionTabsProps = {
  sessions: readonly SessionTab[];
  /** The open session's id, or `home`. */
  current: string;
  onSelect: (id: string) => void;
  /** How many customers wait. */
  waiting?: number | undefined;
  /** At the right end: the presence menu. */
  children?: ComponentChildren;
};

/** The panel's strip: Home, one tab a session, presence. Scrolls sideways when there are many. */
export function SessionTabs({ sessions, current, onSelect, waiting = 0, children }: SessionTabsProps) {
  const texts = useComponentTexts();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current="page"]')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  return (
    <nav class="rh-session-tabs" aria-label={texts.sessions}>
      <button
        type="button"
        class="rh-session-tab rh-session-tab-home"
        aria-current={current === 'home' ? 'page' : undefined}
        aria-label={waiting > 0 ? `${texts.home}, ${texts.waiting(waiting)}` : texts.home}
        title={texts.home}
        onClick={() => onSelect('home')}
      >
        <Icon icon={House} size={18} />
        {waiting > 0 && current !== 'home' && (
          <span class="rh-session-tab-waiting" aria-hidden="true">
            <Badge count={waiting} />
          </span>
        )}
      </button>
      <div ref={list} class="rh-session-tabs-list">
        {sessions.map((session) => (
          <button
            key={session.id}
            type="button"
            class="rh-session-tab"
            aria-current={session.id === current ? 'page' : undefined}
            aria-keyshortcuts={session.keys === undefined ? undefined : ariaKeys(session.keys)}
            title={session.keys === undefined ? undefined : drawnKeys(session.keys)}
            onClick={() => onSelect(session.id)}
          >
            <StatusShape kind={session.status.kind} label={session.status.word} />
            <span class="rh-session-tab-words">
              <span class="rh-session-tab-name">
                <OutsideText text={session.name} />
              </span>
              <span class="rh-session-tab-detail">{session.detail}</span>
            </span>
            {session.unread !== undefined && session.unread > 0 && (
              <span class="rh-session-tab-unread">
                <Badge count={session.unread} label={texts.unread(session.unread)} />
              </span>
            )}
          </button>
        ))}
      </div>
      {children !== undefined && <div class="rh-session-tabs-end">{children}</div>}
    </nav>
  );
}
