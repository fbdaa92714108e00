/**
 * How entries of the audit trail hold together: each carries its number and a hash over itself and the hash before, so that none
 * can be changed, left out or put in between without breaking all that follow. What is hashed never changes its form.
 */
import { createHash } from 'node:crypto';

/** One field that an act has changed, as text; `null` for what was not there, or is not any more. */
export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What an entry says. */
export interface AuditFacts {
  readonly at: number;
  readonly actor: string;
  readonly actorName: string;
  readonly action: string;
  readonly target: string;
  readonly targetName: string;
  readonly address: string;
  readonly outcome: string;
  readonly changes: readonly FieldChange[];
}

/** The end of a chain: before the first entry number 0 and no hash. */
export interface ChainEnd {
  readonly n: number;
  readonly hash: string;
}

export const chainStart: ChainEnd = { n: 0, hash: '' };

/** The entry that comes after `end`. */
export function chained<Facts extends AuditFacts>(facts: Facts, end: ChainEnd): Facts & ChainEnd {
  const n = end.n + 1;
  return { ...facts, n, hash: hashOf(end.hash, digestOf(n, facts)) };
}

/** What an entry's own words come to, in base64url. */
export function digestOf(n: number, facts: AuditFacts): string {
  const { at, actor, actorName, action, target, targetName, address, outcome } = facts;
  const changes = facts.changes.map(({ field, before, after }) => [field, before, after]);
  return sha256(JSON.stringify([n, at, actor, actorName, action, target, targetName, address, outcome, changes]));
}

/** An entry's hash, from the hash before it and its own digest. */
export function hashOf(before: string, digest: string): string {
  return sha256(`${before}.${digest}`);
}

/** Whether `entry` follows on `end`; if not, what is wrong. */
export function breakBetween(end: ChainEnd, entry: AuditFacts & ChainEnd): 'gap' | 'changed' | undefined {
  if (entry.n !== end.n + 1) return 'gap';
  return entry.hash === hashOf(end.hash, digestOf(entry.n, entry)) ? undefined : 'changed';
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
