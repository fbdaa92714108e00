import { isMac } from '../../shared/ui/this-keyboard.ts';
import { thisBrowser } from '../platform/this-browser.ts';
import { texts } from '../texts/en.ts';
import { KeyTable } from './keys-sheet.tsx';

/**
 * As they are at first; people change them in the browser's settings. A Mac has ⌃⇧ for them: with ⌥ they would take Ą, Ń and
 * Ź away from every page.
 */
const browserKeys = (
  [
    ['R', texts.keys.openPanel],
    ['A', texts.keys.accept],
    ['N', texts.keys.start],
    ['X', texts.keys.release],
  ] as const
).map(([letter, text]) => ({ drawn: isMac() ? `⌃⇧${letter}` : `Alt Shift ${letter}`, text }));

/** Keys of the browser: those that work everywhere in it, and those that it never lets through to the customer. */
export function BrowserKeys() {
  const kept = texts.keys.kept[thisBrowser];
  return (
    <>
      <p class="ext-keys-place">{texts.keys.anywhere}</p>
      <KeyTable keys={browserKeys} />
      {kept !== null && <p class="ext-keys-place">{kept}</p>}
    </>
  );
}
