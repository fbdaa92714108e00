import { StickyNote } from 'lucide';
import type { SessionHead } from '../../shared/contract/session.ts';
import { IconButton } from '../../shared/ui/icon-button.tsx';
import { reportTexts } from '../texts/reports-en.ts';

type ComposerToolsProps = { head: SessionHead; onNote?: (() => void) | undefined };

/** The icon buttons beside Send: what can be given to the customer beside words, and what only reps read. */
export function ComposerTools({ onNote }: ComposerToolsProps) {
  return (
    <>
      {onNote !== undefined && (
        <IconButton icon={StickyNote} label={reportTexts.notes.open} keyHint="Alt N" onClick={onNote} />
      )}
    </>
  );
}
