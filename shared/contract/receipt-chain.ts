/** How the entries of a receipt hold together, and how a change of any of them shows. Pure; SHA-256 is handed in. */
import type { ReceiptItem } from './receipt.ts';

/** The SHA-256 of a text's UTF-8 bytes, in hex. */
export type Sha256 = (text: string) => string;

/** A text of the chain and the number by which it is known. */
export interface ChainText {
  readonly seq: number;
  readonly text: string;
}

/** The hash of a text that follows on another one's hash; on nothing in front of the first. */
export function hashAfter(before: string, text: string, sha256: Sha256): string {
  return sha256(`${before}\n${text}`);
}

/** The hash of each text in its order. */
export function chainOf(
  texts: readonly ChainText[],
  sha256: Sha256,
): { readonly seq: number; readonly hash: string }[] {
  let before = '';
  return texts.map(({ seq, text }) => {
    before = hashAfter(before, text, sha256);
    return { seq, hash: before };
  });
}

/** What is wrong with one item: its text is not what was sealed, it is gone, or it has come in since. */
export interface ChainFault {
  readonly seq: number;
  readonly is: 'changed' | 'missing' | 'added';
}

/** Every item that is not as it was. Each is judged by the sealed hash before it, so that one change points at one item. */
export function faultsIn(items: readonly ReceiptItem[], sha256: Sha256): ChainFault[] {
  const faults: ChainFault[] = [];
  let before = '';
  for (const { seq, text, hash } of items) {
    if (hash === null) faults.push({ seq, is: 'added' });
    else if (text === null) faults.push({ seq, is: 'missing' });
    else if (hashAfter(before, text, sha256) !== hash) faults.push({ seq, is: 'changed' });
    before = hash ?? before;
  }
  return faults;
}

/** JSON with the fields of every object in the order of their names, so that the same says the same. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, held: unknown) => {
    if (typeof held !== 'object' || held === null || Array.isArray(held)) return held;
    return Object.fromEntries(Object.entries(held).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
