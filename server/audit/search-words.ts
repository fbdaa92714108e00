/** What an entry of the audit trail is found by: the beginnings of these words. */

const mostWords = 40;

/** The words of an entry, in lower case, each once. Parts of names and actions are words too. */
export function searchWords(facts: {
  readonly actor: string;
  readonly actorName: string;
  readonly action: string;
  readonly target: string;
  readonly targetName: string;
}): string[] {
  const whole = [facts.actor, facts.actorName, facts.action, facts.target, facts.targetName].map((text) =>
    text.toLowerCase(),
  );
  const parts = whole.flatMap((text) => text.split(/[^\p{L}\p{N}_-]+/u));
  return [...new Set([...whole, ...parts])].filter((word) => word !== '').slice(0, mostWords);
}
