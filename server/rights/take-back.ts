import type { Account } from '../../shared/contract/account.ts';
import { ConsentScope } from '../../shared/contract/consent.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { AccountId, SessionId } from '../../shared/contract/identifiers.ts';
import type { EffectiveRight } from '../../shared/contract/right.ts';
import type { AccountDirectory } from '../edge/feature-seam.ts';
import { repAuthor } from '../sessions/authors.ts';
import { notLaunching, unasking, withdrawing } from '../sessions/entry-rules.ts';
import type { EntryRule } from '../sessions/entry-rules.ts';
import { handsTo } from '../sessions/member-rules.ts';
import { isOwnedBy } from '../sessions/reps-in.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import type { Sessions } from '../sessions/session-service.ts';

export interface TakeBackNeeds {
  readonly sessions: Pick<Sessions, 'openOf' | 'load' | 'append' | 'changeMembers'>;
  readonly accounts: Pick<AccountDirectory, 'face'>;
  /** Ends the calls of somebody who may not talk. */
  readonly endCalls: (account: AccountId) => Promise<void>;
  /** Ends what a guest sees who may not look on. */
  readonly endViewing: (record: SessionRecord, guest: AccountId) => Promise<void>;
}

export interface TakeBack {
  /**
   * In every session that they are in. Of an owner: consents that the customer granted, questions that are open, and calls. Of a guest: mouse and
   * keyboard, the picture, and calls; what the customer granted stays the owner's.
   */
  everywhere(account: Account, rights: readonly EffectiveRight[]): Promise<void>;
  /** In one session that has just become theirs. Changes nothing in others, so it may be done while who is in this one is being changed. */
  fromNextOwner(session: SessionId, account: Account, rights: readonly EffectiveRight[]): Promise<void>;
}

/** Takes back what a rep may not use any more. What has ended by itself in the meantime is as good. */
export function createTakeBack({ sessions, accounts, endCalls, endViewing }: TakeBackNeeds): TakeBack {
  async function fromOwner(account: Account, record: SessionRecord, denied: readonly ConsentScope[]) {
    const { consents, ask, launch } = record.projection;
    const write = (rule: EntryRule) => unlessOver(sessions.append(record, repAuthor(account), rule));
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

  async function fromGuest(account: Account, record: SessionRecord, denied: readonly ConsentScope[]) {
    const { _id, owner } = record;
    const isDeniedHands = denied.includes('view') || denied.includes('control');
    if (isDeniedHands && record.handsOf === account.id) {
      const to = (await accounts.face(owner))?.displayName ?? '';
      const said = { by: repAuthor(account), body: { kind: 'hands-given', to, account: owner } } as const;
      await unlessOver(sessions.changeMembers(_id, (members) => handsTo(members, account.id, owner), said));
    }
    if (denied.includes('view')) await endViewing(record, account.id);
  }

  return {
    async everywhere(account, rights) {
      const denied = deniedScopes(rights);
      if (rights.some(({ tool, allowed }) => tool === 'chat' && !allowed)) await endCalls(account.id);
      if (denied.length === 0) return;
      for (const record of await sessions.openOf(account.id)) {
        if (isOwnedBy(record, account.id)) await fromOwner(account, record, denied);
        else await fromGuest(account, record, denied);
      }
    },
    async fromNextOwner(session, account, rights) {
      const record = await sessions.load(session);
      if (record !== undefined) await fromOwner(account, record, deniedScopes(rights));
    },
  };
}

function deniedScopes(rights: readonly EffectiveRight[]): ConsentScope[] {
  return ConsentScope.options.filter((scope) => rights.some(({ tool, allowed }) => tool === scope && !allowed));
}

async function unlessOver(act: Promise<unknown>): Promise<void> {
  await act.catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
  });
}
