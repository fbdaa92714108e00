/** What `/` in the composer offers: the organisation's replies and addresses. Pure. */
import { fillReply } from '../../shared/contract/shared-item.ts';
import type { SharedItem } from '../../shared/contract/shared-item.ts';

/** Something that can be put into the text. */
export type SlashOffer = Extract<SharedItem, { kind: 'reply' | 'favorite' }>;

/** So many are shown; whoever looks for more types on. */
const mostShown = 8;

/** What was typed after a `/` at the end of the text, which begins it or follows a blank; `undefined` when nothing was. */
export function slashWord(text: string): string | undefined {
  return /(?:^|\s)\/([\p{L}\p{N}-]*)$/u.exec(text)?.[1]?.toLowerCase();
}

/** What fits the word, replies whose word begins so first. */
export function slashOffers(items: readonly SharedItem[], word: string): SlashOffer[] {
  const offers = items.filter((item): item is SlashOffer => item.kind === 'reply' || item.kind === 'favorite');
  const isBegun = (offer: SlashOffer) => offer.kind === 'reply' && offer.word.startsWith(word);
  const isNamed = ({ name }: SlashOffer) =>
    name
      .toLowerCase()
      .split(/\s+/)
      .some((part) => part.startsWith(word));
  const begun = offers.filter(isBegun);
  const named = offers.filter((offer) => !isBegun(offer) && isNamed(offer));
  return [...begun, ...named].slice(0, mostShown);
}

/** The text with the offer in the place of the `/` and its word. */
export function withOffer(
  text: string,
  offer: SlashOffer,
  names: { readonly customer: string; readonly rep: string },
): string {
  const word = slashWord(text) ?? '';
  return text.slice(0, text.length - word.length - 1) + insertOf(offer, names);
}

/** What an offer puts into the text. */
export function insertOf(offer: SlashOffer, names: { readonly customer: string; readonly rep: string }): string {
  return offer.kind === 'reply' ? fillReply(offer.text, names) : offer.address;
}
