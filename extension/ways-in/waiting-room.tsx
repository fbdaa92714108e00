import { Play } from 'lucide';
import type { SessionHead } from '../../shared/contract/session.ts';
import { Button } from '../../shared/ui/button.tsx';
import { waysInTexts } from '../texts/ways-in-en.ts';
import { Knock } from './knock.tsx';
import { CodeFace } from './code-face.tsx';
import './ways-in.css';

/** A session that waits, as a room of its own: Start Session shows its dialog again. */
export function WaitingRoom({ head, onStart }: { head: SessionHead; onStart: () => void }) {
  return (
    <div class="ext-waiting-room">
      <Knock head={head} />
      <section class="ext-code" aria-label={waysInTexts.label('')}>
        <CodeFace head={head} />
      </section>
      <Button kind="primary" size="main" icon={Play} onClick={onStart}>
        {waysInTexts.open}
      </Button>
      <p class="rh-soft">{waysInTexts.waitingRoom}</p>
    </div>
  );
}
