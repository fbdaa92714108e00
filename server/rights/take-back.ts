import type { Account } from '../../shared/contract/account.ts';
import { ConsentScope } from '../../shared/contract/consent.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { EffectiveRight } from '../../shared/contract/right.ts';
import { repAuthor } from '../sessions/authors.ts';
import { notLaunching, unasking, withdrawing } from '../sessions/entry-rules.ts';
import type { EntryRule } from '../sessions/entry-rules.ts';
import { isOwnedBy } from '../sessions/reps-in.ts';
import type { Sessions } from '../sessions/session-service.ts';

/**
 * Gives back what a rep may not use any more, in every session of theirs: consents that the customer granted, questions that are open, and calls.
 * What has ended by itself in the meantime is as good. `endCalls` ends the calls of somebody who may not talk.
 */
export function takeBackDenied(
  sessions: Pick<Sessions, 'openOf' | 'append'>,
  endCalls: (account: AccountId) => Promise<void>,
) {
  return async (account: Account, rights: readonly EffectiveRight[]): Promise<void> => {
    const denied = ConsentScope.options.filter((scope) =>
      rights.some(({ tool, allowed }) => tool === scope && !allowed),
    );
    if (rights.some(({ tool, allowed }) => tool === 'chat' && !allowed)) await endCalls(account.id);
    if (denied.length === 0) return;
    for (const record of await sessions.openOf(account.id)) {
      // What was granted in a session of somebody else is not a guest's to give back.
      if (!isOwnedBy(record, account.id)) continue;
      const { consents, ask, launch } = record.projection;
      const write = async (rule: EntryRule) => {
        await sessions.append(record, repAuthor(account), rule).catch((error: unknown) => {
          if (!(error instanceof AppError)) throw error;
        });
      };
      // Control includes seeing, so who may not see may not control either.
      const isDenied = (scope: ConsentScope) =>
        denied.includes(scope) || (denied.includes('view') && scope === 'control');
      if (ask !== null && isDenied(ask.scope)) await write(unasking());
      // Whoever may not control may start nothing either.
      if (launch !== null && isDenied('control')) await write(notLaunching());
      for (const scope of denied) {
        if (consents.some((consent) => consent.scope === scope)) await write(withdrawing(scope, 'viewer'));
      }
    }
  };
}
