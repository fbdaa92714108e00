import { Download, Globe, StickyNote, Zap } from 'lucide';
import { useState } from 'preact/hooks';
import type { ConsentAsk } from '../../shared/contract/consent.ts';
import type { SessionHead } from '../../shared/contract/session.ts';
import { AttachButton } from '../../shared/ui/attach-button.tsx';
import { FileDrop } from '../../shared/ui/file-drop.tsx';
import { IconButton } from '../../shared/ui/icon-button.tsx';
import { messageParts } from '../../shared/ui/message-parts.ts';
import { guideTexts } from '../texts/guide-en.ts';
import { CallTools } from '../call/call-tools.tsx';
import type { Reader } from '../port/view-state.ts';
import { reportTexts } from '../texts/reports-en.ts';
import { shortcutTexts } from '../texts/shortcuts-en.ts';
import { useView } from '../view/view-context.ts';
import { BoardButton } from '../whiteboard/board-button.tsx';
import { SharedFileMenu } from './shared-file-menu.tsx';
import { SuggestPage } from './suggest-page-dialog.tsx';

type ComposerToolsProps = {
  head: SessionHead;
  /** Who gets what is given here. */
  audience: Reader;
  /** Opens the list of replies and favorites over the text. */
  onShortcuts: () => void;
  /** What is being written: an address in it is what is suggested first. */
  draft: string;
  onDraft: (text: string) => void;
  /** A note for reps is to be written; missing where there is no room for one. */
  onNote: (() => void) | undefined;
};

/** The icon buttons beside Send: what can be given to the customer beside words, and what only reps read. */
export function ComposerTools({ head, audience, onShortcuts, draft, onDraft, onNote }: ComposerToolsProps) {
  const { files } = useView();
  const [isSuggesting, setSuggesting] = useState(false);
  const send = (chosen: readonly File[]) => files.queue.add(head.id, chosen, audience);
  return (
    <>
      <AttachButton keyHint="Alt U" onFiles={send} />
      <SharedFileMenu session={head.id} audience={audience} />
      <FileDrop onFiles={send} pastes />
      <IconButton icon={Zap} label={shortcutTexts.composer} keyHint="/" onClick={onShortcuts} />
      <IconButton
        icon={Globe}
        label={shortcutTexts.suggest.button}
        keyHint="Alt E"
        onClick={() => setSuggesting(true)}
      />
      <BoardButton head={head} />
      {head.ask !== null && head.facts === null && <Guide ask={head.ask} draft={draft} onDraft={onDraft} />}
      <CallTools head={head} />
      {onNote !== undefined && (
        <IconButton icon={StickyNote} label={reportTexts.notes.open} keyHint="Alt N" onClick={onNote} />
      )}
      {isSuggesting && (
        <SuggestPage
          head={head}
          first={addressIn(draft)}
          onAsked={(address) => {
            // An address that is all there is was put here for this.
            if (draft.trim() === address) onDraft('');
          }}
          onClose={() => setSuggesting(false)}
        />
      )}
    </>
  );
}

/** While the customer has to fetch the program: which button it is, and that pressing it downloads something. */
function Guide({ ask, draft, onDraft }: Pick<ComposerToolsProps, 'draft' | 'onDraft'> & { ask: ConsentAsk }) {
  const words = guideTexts.download(ask);
  return (
    <IconButton
      icon={Download}
      label={guideTexts.explain}
      onClick={() => onDraft(draft.trim() === '' ? words : `${draft.trimEnd()}\n${words}`)}
    />
  );
}

function addressIn(text: string): string {
  const link = messageParts(text).find((part) => part.is === 'link' && /^https?:/i.test(part.href));
  return link?.text ?? '';
}
