import type { SessionHead } from '../../shared/contract/session.ts';
import { FileDrop } from '../../shared/ui/file-drop.tsx';
import { useView } from '../view/view-context.ts';
import { deniedWords } from './denied-tool.ts';
import type { Drafts } from './drafts.ts';

type SessionDropProps = {
  head: SessionHead;
  drafts: Drafts;
  /** Files are on their way into the chat, which is out of sight. */
  onTaken: () => void;
};

/**
 * Takes dropped files for a session while its composer, which does the same, is not drawn. Nothing that is pasted: that is
 * meant for where one types, and while the chat is out of sight that is never the customer.
 */
export function SessionDrop({ head, drafts, onTaken }: SessionDropProps) {
  const { desk, files } = useView();
  if (head.state !== 'live' || deniedWords(desk.desk.value?.rights, 'chat') !== undefined) return null;
  return (
    <FileDrop
      onFiles={(dropped) => {
        files.queue.add(head.id, dropped, drafts.audienceOf(head.id));
        onTaken();
      }}
    />
  );
}
