import { useEffect, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { lastSeq } from '../../../../shared/contract/grow-log.ts';
import type { SessionHead } from '../../../../shared/contract/session.ts';
import type { LogEntry } from '../../../../shared/contract/session-log.ts';
import { Tabs } from '../../../../shared/ui/tabs.tsx';
import { Whiteboard } from '../../../../shared/ui/whiteboard/whiteboard.tsx';
import { whiteboardTexts as words } from '../../texts/customer-whiteboard.ts';
import type { CustomerModel } from '../customer-model.ts';
import { firstName } from '../first-name.ts';
import { newClientEntryId } from '../new-client-entry-id.ts';
import { useAction } from '../use-action.ts';
import { useBoard } from './use-board.ts';
import './whiteboard.css';

type BoardAndChatProps = {
  model: CustomerModel;
  session: SessionHead;
  isOpen: boolean;
  /** The chat; alone while there is no whiteboard. */
  children: ComponentChildren;
};

/** The chat, and while a whiteboard is open that too: it has the room, and says when something new was written. */
export function BoardAndChat({ model, session, isOpen, children }: BoardAndChatProps) {
  const board = useBoard(model, session.id, isOpen);
  const [view, setView] = useState<'board' | 'chat'>('board');
  const [seenSeq, setSeenSeq] = useState(session.read.customer);
  const closing = useAction();
  const entries = model.entries.value;
  const rep = firstName(session.owner.displayName);
  const isChat = !isOpen || view === 'chat';
  useEffect(() => {
    if (isOpen) setView('board');
  }, [isOpen]);
  useEffect(() => {
    if (isChat) setSeenSeq(lastSeq(entries));
  }, [isChat, entries]);
  if (!isOpen) return <>{children}</>;
  const isSaid = ({ kind, by }: LogEntry) => (kind === 'chat' || kind === 'file') && by.kind === 'rep';
  const unread = entries.filter((entry) => isSaid(entry) && entry.seq > seenSeq).length;
  return (
    <div class="board-and-chat" data-view={view}>
      <Tabs
        label={words.views}
        tabs={[
          { key: 'board', label: words.paper, keyHint: 'Alt B' },
          { key: 'chat', label: words.chat, keyHint: 'Alt C', count: isChat ? 0 : unread },
        ]}
        value={view}
        onValue={setView}
      >
        {isChat ? (
          children
        ) : (
          <Whiteboard
            model={board}
            names={{ customer: words.you, rep }}
            onClose={() =>
              closing.run(async () => {
                await model.server.call('whiteboard.close', { session: session.id, clientId: newClientEntryId() });
              })
            }
          />
        )}
      </Tabs>
    </div>
  );
}
