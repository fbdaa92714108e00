import { ExternalLink } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { isSaid, wordsOf } from '../port/unread.ts';
import type { SessionHead } from '../../shared/contract/session.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import { Button } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { clockTime } from '../../shared/ui/format-time.ts';
import { OutsideText } from '../../shared/ui/outside-text.tsx';
import { openViewerWindow } from '../platform/viewer-window.ts';
import { texts } from '../texts/en.ts';
import { firstName } from '../view/first-name.ts';
import { useView } from '../view/view-context.ts';
import type { RemoteScreenModel } from '../viewer/remote-screen-model.ts';
import { ConsentList } from './consent-list.tsx';
import type { ConsentDesk } from './consent-desk.ts';
import { LinkLine } from './link-line.tsx';
import { ScreenPicture } from './screen-picture.tsx';
import { screenStanding } from './screen-standing.ts';
import './screen-tab.css';

type ScreenTabProps = {
  head: SessionHead;
  entries: readonly LogEntry[];
  consents: ConsentDesk;
  /** Whether the customer's screen is live here. */
  onPicture: (isLive: boolean) => void;
  /** The viewer key for the chat was pressed. */
  onChat: () => void;
};

/** The customer's screen in the panel, with its tools, its link, and what is allowed. */
export function ScreenTab({ head, entries, consents, onPicture, onChat }: ScreenTabProps) {
  const { desk } = useView();
  const [model, setModel] = useState<RemoteScreenModel>();
  const isInWindow = desk.inWindow.value.includes(head.id);
  const { canSee } = screenStanding(head);
  const viewerKeys: Record<string, () => void> = {
    KeyC: onChat,
    KeyX: () => void consents.release(head.id),
    KeyF: () => void openViewerWindow(head.id),
  };
  const isLive = model?.link.value === 'live';
  useEffect(() => onPicture(isLive), [isLive]);
  useEffect(() => () => onPicture(false), []);
  return (
    <div class="ext-screen">
      {canSee && !isInWindow && (
        <>
          <div class="ext-screen-picture">
            <ScreenPicture session={head.id} onModel={setModel} onViewerKey={(code) => viewerKeys[code]?.()} />
          </div>
          <div class="ext-screen-tools">
            <LinkLine model={model} />
            <WindowButton head={head} />
          </div>
        </>
      )}
      {canSee && isInWindow && (
        <EmptyState
          text={texts.screen.inWindow}
          action={<WindowButton head={head} words={texts.screen.showWindow} />}
        />
      )}
      {!canSee && <EmptyState text={nothingYet(head)} />}
      <ConsentList head={head} consents={consents} />
      <LastMessage head={head} entries={entries} />
    </div>
  );
}

function WindowButton({ head, words = texts.screen.window }: { head: SessionHead; words?: string }) {
  return (
    <Button icon={ExternalLink} title={words} quietKey="Alt O" onClick={() => void openViewerWindow(head.id)}>
      <span class="ext-window-word">{words}</span>
    </Button>
  );
}

function LastMessage({ head, entries }: Pick<ScreenTabProps, 'head' | 'entries'>) {
  const last = entries.filter(isSaid).findLast(({ by }) => by.kind === 'customer');
  if (last === undefined) return null;
  return (
    <p class="ext-screen-last" role="status">
      <span class="ext-screen-last-words">
        <b>{firstName(head.customer.name)}</b> <OutsideText text={wordsOf(last)} />
      </span>
      <span class="rh-faint rh-numbers">{clockTime(last.at)}</span>
    </p>
  );
}

function nothingYet(head: SessionHead): string {
  const name = firstName(head.customer.name);
  return head.ask === null ? texts.screen.notAllowed(name) : texts.screen.asked(name);
}
