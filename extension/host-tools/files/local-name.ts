import { safeFileName } from '../../../shared/contract/file-name.ts';

/** What a file of the customer's is called on the rep's disk. A dot at the beginning hides it there too. Pure. */
export function localName(name: string): string {
  return name.startsWith('.') ? `.${safeFileName(name)}` : safeFileName(name);
}

/** The `nth` other name, for one that is in use: `report (2).pdf`. Pure. */
export function otherLocalName(name: string, nth: number): string {
  const [ending = ''] = /(?<=.)\.[^.\s]{1,10}$/u.exec(name) ?? [];
  return `${name.slice(0, name.length - ending.length)} (${nth})${ending}`;
}
