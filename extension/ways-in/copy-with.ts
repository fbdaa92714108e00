import { waysInTexts } from '../texts/ways-in-en.ts';

/** Copies a text, and tells in words whether the browser let it. */
export function copyWith(tell: (words: string, kind: 'plain' | 'failure') => void): (text: string) => void {
  return (text) => {
    navigator.clipboard.writeText(text).then(
      () => tell(waysInTexts.copied, 'plain'),
      // The browser keeps the clipboard to itself while the panel has no focus: it can still be read out.
      () => tell(waysInTexts.notCopied, 'failure'),
    );
  };
}
