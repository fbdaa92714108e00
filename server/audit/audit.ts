/** The audit trail: every administrative act, every sign-in, every hostile message that was refused. */
import type { Clock } from '../config/clock.ts';
import { isStoreFull } from '../documents/store-full.ts';
import type { Log } from '../logging/log.ts';
import { randomId } from '../secrets/random.ts';
import { createTokenBucket } from '../edge/token-bucket.ts';
import type { AuditModel, StoredAuditEntry } from './audit-model.ts';

export interface AuditEntry {
  /** An account's id, a user ID that was tried, or what else acted, such as `set-up` or `customer`. */
  readonly actor: string;
  readonly action: string;
  readonly target?: string;
  readonly address?: string;
  readonly outcome: StoredAuditEntry['outcome'];
}

/** Writes one entry to the store and one line to the log. Never throws, and is not waited for. */
export type AuditWriter = (entry: AuditEntry) => void;

/**
 * Refused messages can be sent without end, so only so many are written. How many were left out, or could not be stored, is written with the next entry
 * that can be.
 */
const refusedLimit = { burst: 200, perSecond: 2 };

export interface Audit {
  readonly write: AuditWriter;
  /** Resolves when everything written so far is stored, or could not be. */
  settled(): Promise<void>;
}

export function createAudit(model: AuditModel, log: Log, clock: Clock): Audit {
  const refusals = createTokenBucket(refusedLimit, clock.now());
  let leftOut = 0;
  const open = new Set<Promise<unknown>>();

  const store = (entry: AuditEntry) => {
    const { actor, action, target = '', address = '', outcome } = entry;
    const line = { actor: actor.slice(0, 200), action, target: target.slice(0, 200), address, outcome };
    log.info('audit', line);
    const writing = model
      .create({ _id: randomId(), at: clock.now(), ...line })
      .catch((error: unknown) => {
        leftOut += 1;
        if (isStoreFull(error)) log.warn('There is no room to store an audit entry', { action });
        else log.fault('An audit entry could not be stored', error, { action });
      })
      .finally(() => open.delete(writing));
    open.add(writing);
  };

  return {
    write(entry) {
      if (entry.outcome === 'refused' && !refusals.take(clock.now())) {
        leftOut += 1;
        return;
      }
      if (leftOut > 0)
        store({ actor: 'server', action: 'audit.left-out', target: String(leftOut), outcome: 'refused' });
      leftOut = 0;
      store(entry);
    },
    async settled() {
      await Promise.all(open);
    },
  };
}
