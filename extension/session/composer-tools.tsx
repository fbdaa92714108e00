import { Globe, Zap } from 'lucide';
import { useState } from 'preact/hooks';
import type { SessionHead } from '../../shared/contract/session.ts';
import { IconButton } from '../../shared/ui/icon-button.tsx';
import { messageParts } from '../../shared/ui/message-parts.ts';
import { shortcutTexts } from '../texts/shortcuts-en.ts';
import { SuggestPage } from './suggest-page-dialog.tsx';

type ComposerToolsProps = {
  head: SessionHead;
  /** Opens the list of replies and favorites over the text. */
  onShortcuts: () => void;
  /** What is being written: an address in it is what is suggested first. */
  draft: string;
  onDraft: (text: string) => void;
};

/** The icon buttons beside Send: what can be given to the customer beside words. */
export function ComposerTools({ head, onShortcuts, draft, onDraft }: ComposerToolsProps) {
  const [isSuggesting, setSuggesting] = useState(false);
  return (
    <>
      <IconButton icon={Zap} label={shortcutTexts.composer} keyHint="/" onClick={onShortcuts} />
      <IconButton icon={Globe} label={shortcutTexts.suggest.button} onClick={() => setSuggesting(true)} />
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

function addressIn(text: string): string {
  const link = messageParts(text).find((part) => part.is === 'link' && /^https?:/i.test(part.href));
  return link?.text ?? '';
}
