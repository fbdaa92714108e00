import { ClipboardPaste } from 'lucide';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { IconButton } from '../../shared/ui/icon-button.tsx';
import { Menu } from '../../shared/ui/menu.tsx';
import { safeName } from '../../shared/ui/safe-text.ts';
import { waysInTexts } from '../texts/ways-in-en.ts';
import { useView } from '../view/view-context.ts';

type PasteIntoChatProps = {
  /** What it pastes, for readers and the tooltip. */
  label: string;
  onPaste: (session: SessionId) => void;
};

/** Puts something into the composer of a chat that is open; where several are, one is chosen. The rep presses Send. */
export function PasteIntoChat({ label, onPaste }: PasteIntoChatProps) {
  const { desk } = useView();
  const chats = desk.sessions.value.filter(({ head }) => head.state === 'live');
  const [only] = chats;
  if (only === undefined || chats.length === 1) {
    return (
      <IconButton
        icon={ClipboardPaste}
        label={only === undefined ? waysInTexts.noChat : label}
        disabled={only === undefined}
        onClick={() => only !== undefined && onPaste(only.head.id)}
      />
    );
  }
  return (
    <Menu
      label={label}
      icon={ClipboardPaste}
      items={chats.map(({ head }) => ({ key: head.id, label: safeName(head.customer.name) }))}
      onSelect={onPaste}
    />
  );
}
