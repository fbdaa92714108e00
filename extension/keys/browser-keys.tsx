import { thisBrowser } from '../platform/this-browser.ts';
import { texts } from '../texts/en.ts';
import { KeyTable } from './keys-sheet.tsx';

/** As they are at first; people change them in the browser's settings. */
const browserKeys = [
  { drawn: 'Alt Shift R', text: texts.keys.openPanel },
  { drawn: 'Alt Shift A', text: texts.keys.accept },
  { drawn: 'Alt Shift N', text: texts.keys.start },
  { drawn: 'Alt Shift X', text: texts.keys.release },
] as const;

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
