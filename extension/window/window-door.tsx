import type { SessionHead } from '../../shared/contract/session.ts';
import { waysInTexts } from '../texts/ways-in-en.ts';
import { WaysIn } from '../ways-in/ways-in.tsx';

/** In the place of the picture, while nobody has come in yet: the code, and the ways to pass it on. */
export function WindowDoor({ head }: { head: SessionHead }) {
  return (
    <section class="ext-window-door" aria-labelledby="window-door">
      <h2 id="window-door">{waysInTexts.title}</h2>
      <p class="rh-soft">{waysInTexts.tell}</p>
      <WaysIn head={head} />
    </section>
  );
}
