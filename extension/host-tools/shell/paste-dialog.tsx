import { Dialog } from '../../../shared/ui/dialog.tsx';
import { safeText } from '../../../shared/ui/safe-text.ts';
import { shellTexts } from '../../texts/host-shell-en.ts';
import type { Paste } from './paste-guard.ts';

const words = shellTexts.paste;

type PasteDialogProps = { paste: Extract<Paste, { is: 'lines' }>; onKeep: () => void; onPaste: () => void };

/** Asks before text with line breaks goes into a command line, and shows it. */
export function PasteDialog({ paste: { text, lines }, onKeep, onPaste }: PasteDialogProps) {
  return (
    <Dialog title={words.title(lines)} harmless={words.keep} onHarmless={onKeep} act={words.act(lines)} onAct={onPaste}>
      <p>{words.text}</p>
      <pre class="ext-shell-pasted" tabIndex={0} role="region" aria-label={words.what}>
        {safeText(text)}
      </pre>
    </Dialog>
  );
}
