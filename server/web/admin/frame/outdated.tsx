import { useState } from 'preact/hooks';
import { Dialog } from '../../../../shared/ui/dialog.tsx';
import { texts } from '../../texts/admin-en.ts';

/** Asks to load a page anew that is of another version than the server. Not by itself: what was typed may still be copied. */
export function Outdated() {
  const [isPutOff, setPutOff] = useState(false);
  if (isPutOff) return null;
  return (
    <Dialog
      title={texts.outdated.title}
      harmless={texts.outdated.later}
      onHarmless={() => setPutOff(true)}
      act={texts.outdated.act}
      onAct={() => location.reload()}
    >
      <p>{texts.outdated.text}</p>
    </Dialog>
  );
}
