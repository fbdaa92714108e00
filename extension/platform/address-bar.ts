/** The keyword `rh` in the browser's address bar. */
import browser from 'webextension-polyfill';

/** One thing offered while somebody types. */
export interface AddressBarOffer {
  /** What is entered when it is chosen. */
  readonly content: string;
  readonly words: string;
}

/** Offers what `find` gives for what is typed, and calls `enter` with what was entered, in the turn of the key. */
export function offerInAddressBar(
  title: string,
  find: (text: string) => Promise<readonly AddressBarOffer[]>,
  enter: (text: string) => void,
): void {
  browser.omnibox.setDefaultSuggestion({ description: inBar(title) });
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    void find(text).then((offers) =>
      suggest(offers.map(({ content, words }) => ({ content, description: inBar(words) }))),
    );
  });
  browser.omnibox.onInputEntered.addListener((text) => enter(text));
}

/* Chrome reads descriptions as XML; Firefox shows them as they are. */
function inBar(words: string): string {
  return import.meta.env.FIREFOX ? words : asXml(words);
}

/** Text as XML shows it. */
export function asXml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
  };
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}
