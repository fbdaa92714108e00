/** Which pages may be suggested, and which suggestion can be answered. Pure. */
import { AppError } from '../../shared/contract/errors.ts';
import { requirePace } from '../sessions/entry-rules.ts';
import type { EntryRule } from '../sessions/entry-rules.ts';

/** The rep suggests a page to somebody who is there. */
export function suggestingPage(address: string): EntryRule {
  return (state, now) => {
    if (!canBeOpened(address)) {
      throw new AppError('invalid', { text: 'Only pages of the web can be opened: https:// or http://, and a name.' });
    }
    if (!state.customerIn) throw new AppError('not-allowed', { text: 'Nobody is there yet who could open it.' });
    requirePace(state, 'page-suggested', now);
    return { kind: 'page-suggested', address };
  };
}

/** The customer's answer to the latest suggestion; each has one answer. */
export function answeringPage(page: number, answer: 'opened' | 'declined'): EntryRule {
  return ({ openPage }) => {
    if (openPage !== page) throw new AppError('not-found', { text: 'This suggestion is answered, or replaced.' });
    return { kind: `page-${answer}`, page };
  };
}

/** What its form lets through may still be no address, such as one with a port that there is not. */
function canBeOpened(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}
