/** Which incident of the catalogue the words of a session speak for, and by which words. Pure, and simple enough to be told. */
import { incidentPath } from '../../shared/contract/incident.ts';
import type { PublicIncident } from '../../shared/contract/incident.ts';
import { pathTo } from '../../shared/contract/item-tree.ts';
import type { IncidentGuess } from '../../shared/contract/report.ts';
import { wordsIn } from '../../shared/contract/session-records.ts';

/** Something that was written, and how much one word of it counts. */
export interface SaidText {
  readonly text: string;
  readonly weight: number;
}

/** What the reason, the message with it, and a chat say; a word counts once, where it counts most. */
export const textWeights = { reason: 3, message: 2, chat: 1 } as const;

/** A single word that somebody said in passing is no guess. */
const LEAST = 2;
/** Shorter words (`to`, `of`, `my`) stand in every text. Scripts without blanks are told by their characters. */
const SHORTEST = 3;
const emptyWords = new Set([
  'and',
  'the',
  'for',
  'not',
  'with',
  'other',
  'general',
  'problem',
  'problems',
  'issue',
  'issues',
]);

/**
 * The incident whose names share most with the texts, each word weighing by the best text it stands in. One of its own name
 * must be there: what only speaks for what stands above it speaks for that. `null` when two are alike.
 */
export function guessIncident(incidents: readonly PublicIncident[], texts: readonly SaidText[]): IncidentGuess | null {
  const said = weighed(texts);
  const guesses = incidents
    .map((incident) => {
      const own = telling(incident.name).filter((word) => weightOf(said, word) > 0);
      const above = pathTo(incidents, incident.id)
        .slice(0, -1)
        .flatMap(({ name }) => telling(name));
      const words = [...new Set([...own, ...above.filter((word) => weightOf(said, word) > 0)])];
      const score = own.length === 0 ? 0 : words.reduce((sum, word) => sum + weightOf(said, word), 0);
      return { incident, words, score };
    })
    .toSorted((one, other) => other.score - one.score);
  const [best, second] = guesses;
  if (best === undefined || best.score < LEAST || best.score === second?.score) return null;
  const { id } = best.incident;
  return { incident: { id, name: incidentPath(incidents, id) }, words: best.words };
}

/** Every word that was said, with its weight. */
function weighed(texts: readonly SaidText[]): ReadonlyMap<string, number> {
  const said = new Map<string, number>();
  for (const { text, weight } of texts)
    for (const word of telling(text)) said.set(word, Math.max(weight, said.get(word) ?? 0));
  return said;
}

/** How much speaks for a word: what was said of its kind, in any form. */
function weightOf(said: ReadonlyMap<string, number>, word: string): number {
  let most = said.get(word) ?? 0;
  for (const [other, weight] of said) if (weight > most && isSameWord(word, other)) most = weight;
  return most;
}

function telling(text: string): string[] {
  return wordsIn(text).filter(
    (word) => (word.length >= SHORTEST || /[^\p{Script=Latin}\p{N}]/u.test(word)) && !emptyWords.has(word),
  );
}

/** Forms of one word, such as `printer`, `prints` and `printing`: they begin alike, and end in at most three other letters. */
function isSameWord(one: string, other: string): boolean {
  let alike = 0;
  while (alike < one.length && one[alike] === other[alike]) alike += 1;
  return alike >= 4 && one.length - alike <= 3 && other.length - alike <= 3;
}
