import * as v from 'valibot';

import { StoredAuditEntry } from '../../audit/audit-model.ts';
import { chainStart, digestOf, hashOf } from '../../audit/chain.ts';

/** Follows the audit trail's chain through entries that come in any order. */
export class AuditChainCheck {
  readonly #entries = new Map<number, { digest: string; hash: string }>();
  #unchained = 0;
  #twice = 0;

  /** Takes one entry in; what cannot be read at all is missing in the chain. */
  see(document: unknown): void {
    const read = v.safeParse(StoredAuditEntry, document);
    if (!read.success) return;
    const { n, hash } = read.output;
    if (n === 0) this.#unchained += 1;
    else if (this.#entries.has(n)) this.#twice += 1;
    else this.#entries.set(n, { digest: digestOf(n, read.output), hash });
  }

  /** One sentence for each kind of break; none while an older program's entries wait to be chained. */
  problems(): string[] {
    if (this.#entries.size === 0) return [];
    const problems = this.#unchained + this.#twice > 0 ? ['Audit trail: some entries stand outside of its chain.'] : [];
    let before = chainStart.hash;
    for (let n = 1; n <= this.#entries.size; n += 1) {
      const entry = this.#entries.get(n);
      if (entry === undefined) return [...problems, `Audit trail: entry ${n} is missing.`];
      if (entry.hash !== hashOf(before, entry.digest))
        return [...problems, `Audit trail: entry ${n} or the one before it was changed.`];
      before = entry.hash;
    }
    return problems;
  }
}
