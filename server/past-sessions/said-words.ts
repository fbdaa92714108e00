/** By which words a rep finds one of their own sessions: those of its head, and those that were said in it. Pure. */
import { wordsIn } from '../../shared/contract/session-records.ts';
import type { EntryKind } from '../../shared/contract/session-log.ts';
import { sessionWords } from '../sessions/session-words.ts';

/** So many different words of one session are kept: of hours of talk it is what was said first. */
export const mostSaidWords = 2000;

/** The kinds of entries in which somebody says something, and the fields of theirs that hold it. */
const saying: Partial<Record<EntryKind, string>> = { requested: 'message', chat: 'text', file: 'name' };
export const sayingKinds = Object.keys(saying) as EntryKind[];

/** What an entry says, by its kind and its body as it is stored; empty for anything else. */
export function textOf(kind: string, body: Readonly<Record<string, unknown>> | undefined): string {
  const field = Object.hasOwn(saying, kind) ? saying[kind as EntryKind] : undefined;
  const text = field === undefined ? undefined : body?.[field];
  return typeof text === 'string' ? text : '';
}

export function saidWords(session: Parameters<typeof sessionWords>[0], texts: Iterable<string>): string[] {
  const words = new Set(sessionWords(session));
  for (const text of texts) {
    for (const word of wordsIn(text)) {
      if (words.size >= mostSaidWords) return [...words];
      words.add(word);
    }
  }
  return [...words];
}
