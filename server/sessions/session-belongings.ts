/** What features keep of a session beside its log: it is handed out and goes together with the log. */
import type { SessionId } from '../../shared/contract/identifiers.ts';

/** One feature's part. */
export interface Belonging {
  /** Deletes all of a session that has ended. Called again when it was cut off. */
  forget(session: SessionId): Promise<void>;
  /** What is the customer's own in it, as they may have it; by field, nothing secret. */
  read(session: SessionId): Promise<Readonly<Record<string, unknown>>>;
}

export interface SessionBelongings extends Belonging {
  /** A feature says so when it opens. */
  add(belonging: Belonging): void;
}

export function createSessionBelongings(): SessionBelongings {
  const all: Belonging[] = [];
  return {
    add(belonging) {
      all.push(belonging);
    },
    async forget(session) {
      for (const belonging of all) await belonging.forget(session);
    },
    async read(session) {
      const parts = await Promise.all(all.map((belonging) => belonging.read(session)));
      return parts.reduce((whole, part) => ({ ...whole, ...part }), {});
    },
  };
}
