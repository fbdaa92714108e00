import { Globe, StickyNote, Zap } from 'lucide';
import { useState } from 'preact/hooks';
import type { SessionHead } from '../../shared/contract/session.ts';
import { AttachButton } from '../../shared/ui/attach-button.tsx';
import { FileDrop } from '../../shared/ui/file-drop.tsx';
import { IconButton } from '../../shared/ui/icon-button.tsx';
import { CallTools } from '../call/call-tools.tsx';
import { reportTexts } from '../texts/reports-en.ts';
import { shortcutTexts } from '../texts/shortcuts-en.ts';
import { useView } from '../view/view-context.ts';
import { BoardButton } from '../whiteboard/board-button.tsx';
import { SharedFileMenu } from './shared-file-menu.tsx';
import { SuggestPage } from './suggest-page-dialog.tsx';

type ComposerToolsProps = {
  head: SessionHead;
  /** For whom files are given: everybody in the session unless said. */
  audience?: 'all' | 'reps' | undefined;
  /** Opens the list of replies and favorites over the text. */
  onShortcuts: () => void;
  /** A note for reps is to be written; missing where there is no room for one. */
  onNote: (() => void) | undefined;
};

/** The icon buttons beside Send: what can be given to the customer beside words, and what only reps read. */
export function ComposerTools({ head, audience = 'all', onShortcuts, onNote }: ComposerToolsProps) {
  const { files } = useView();
  const [isSuggesting, setSuggesting] = useState(false);
  const send = (chosen: readonly File[]) => files.queue.add(head.id, chosen, audience);
  return (
    <>
      <AttachButton onFiles={send} />
      <SharedFileMenu session={head.id} audience={audience} />
      <FileDrop onFiles={send} />
      <IconButton icon={Zap} label={shortcutTexts.composer} keyHint="/" onClick={onShortcuts} />
      <IconButton icon={Globe} label={shortcutTexts.suggest.button} onClick={() => setSuggesting(true)} />
      <BoardButton head={head} />
      <CallTools head={head} />
      {onNote !== undefined && (
        <IconButton icon={StickyNote} label={reportTexts.notes.open} keyHint="Alt N" onClick={onNote} />
      )}
      {isSuggesting && <SuggestPage head={head} onClose={() => setSuggesting(false)} />}
    </>
  );
}
