/** How much mail goes out: enough for a busy rep, too little to trouble strangers with. */
import { AppError } from '../../shared/contract/errors.ts';
import type { Clock } from '../config/clock.ts';
import { createTokenBucket } from '../edge/token-bucket.ts';
import type { TokenBucket } from '../edge/token-bucket.ts';

const forOne = { burst: 20, perSecond: 1 / 60 };
const forAll = { burst: 200, perSecond: 1 };
/** After this time a sender's bucket is full again, and need not be remembered. */
const refilledMs = (forOne.burst / forOne.perSecond) * 1000;

/** Whom a mail is counted against: an account by its id, or a customer by their address. */
export interface MailSender {
  readonly is: 'account' | 'customer';
  readonly id: string;
}

export interface MailLimit {
  /** Counts one mail. What customers send leaves what reps may send untouched. @throws AppError `too-many-tries` */
  take(sender: MailSender): void;
}

/** Kept in memory: a restart forgives. */
export function createMailLimit(clock: Clock): MailLimit {
  const all = { account: createTokenBucket(forAll, clock.now()), customer: createTokenBucket(forAll, clock.now()) };
  const senders = new Map<string, { readonly bucket: TokenBucket; readonly usedAt: number }>();
  return {
    take({ is, id }) {
      const now = clock.now();
      const sender = `${is} ${id}`;
      const bucket = senders.get(sender)?.bucket ?? createTokenBucket(forOne, now);
      // Taken out and put in again, so that the map stays in the order of use and its old end can be forgotten.
      senders.delete(sender);
      senders.set(sender, { bucket, usedAt: now });
      for (const [old, { usedAt }] of senders) {
        if (now - usedAt < refilledMs) break;
        senders.delete(old);
      }
      if (!bucket.take(now) || !all[is].take(now)) {
        throw new AppError('too-many-tries', { text: 'Many mails were sent just now. Wait a minute, then try again.' });
      }
    },
  };
}
