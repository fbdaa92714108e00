import { isTyping } from './is-typing.ts';

/**
 * The files (mostly one picture) that a paste gives into the chat of the page: where the composer has the focus, or nothing is
 * typed into. None while another field has it or a dialog asks for something: what is meant for a note of the reps is not
 * for the customer.
 */
export function pastedFiles({ target, clipboardData: data }: ClipboardEvent): readonly File[] {
  // A table or a text brings a picture of itself along: then the words are meant.
  if (data === null || data.types.includes('text/plain')) return [];
  if (isTyping(target) && !isComposer(target)) return [];
  if (document.querySelector('dialog[open]') !== null) return [];
  return [...data.files];
}

function isComposer(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('.rh-composer-text');
}
