/** What `/` in the composer offers: replies and addresses, the rep's own and the organisation's. Pure. */
import { fillReply } from '../../shared/contract/shared-item.ts';
import type { ReplyNames, SharedItem } from '../../shared/contract/shared-item.ts';

/** Something that can be put into the text. */
export type SlashOffer = Extract<SharedItem, { kind: 'reply' | 'favorite' }>;

/** Something of which there is a text to hand on. */
export type Insertable = Extract<SharedItem, { kind: 'reply' | 'favorite' | 'program' | 'directory' }>;

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
export function withOffer(text: string, offer: SlashOffer, names: ReplyNames): string {
  const word = slashWord(text) ?? '';
  return text.slice(0, text.length - word.length - 1) + insertOf(offer, names);
}

/** The text with a `/` at its end, where offers are shown. */
export function withSlash(text: string): string {
  if (slashWord(text) !== undefined) return text;
  return text === '' || /\s$/u.test(text) ? `${text}/` : `${text} /`;
}

/** What an offer puts into the text. */
export function insertOf(offer: Insertable, names: ReplyNames): string {
  switch (offer.kind) {
    case 'reply':
      return fillReply(offer.text, names);
    case 'favorite':
      return offer.address;
    case 'directory':
    case 'program':
      return commandLine(offer);
    default:
      return offer satisfies never;
  }
}

/** A program as it is typed where programs are started; of a folder its path. */
export function commandLine(item: Extract<SharedItem, { kind: 'program' | 'directory' }>): string {
  return item.kind === 'directory' || item.arguments === '' ? item.path : `${item.path} ${item.arguments}`;
}
