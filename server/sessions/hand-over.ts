/** How who is in a session changes, its owner above all: the store settles it, whoever is out is let go, then the log says so. */
import * as v from 'valibot';
import type { Account } from '../../shared/contract/account.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { ClientEntryId } from '../../shared/contract/identifiers.ts';
import type { AccountId, MemberAskId, SessionId } from '../../shared/contract/identifiers.ts';
import type { Author, HandOverHow } from '../../shared/contract/session-log.ts';
import type { AccountDirectory } from '../edge/feature-seam.ts';
import { repAuthor } from './authors.ts';
import { always, handingOver, notLaunching, unasking } from './entry-rules.ts';
import type { EntryRule } from './entry-rules.ts';
import { createInTurn } from './in-turn.ts';
import type { AppendOptions, Journal } from './journal.ts';
import { ownedNext } from './member-rules.ts';
import { changeMembers } from './membership.ts';
import type { MemberRule } from './membership.ts';
import type { SessionModel, SessionRecord } from './session-model.ts';

/** Why another rep goes on. Without it, the one of before was lost and is out. */
export interface HandOver {
  readonly how: HandOverHow;
  /** Whether they stay as a guest. */
  readonly stays: boolean;
  /** What was asked and accepted; the log says so once for it. */
  readonly ask?: MemberAskId;
}

/** What became of a session's owner. */
export interface HandedOver {
  readonly record: SessionRecord;
  readonly from: AccountId;
  readonly to: Account;
  /** `undefined` where the one of before was lost. */
  readonly how: HandOver | undefined;
}

/** What the log says of a change, and what is done before it does. */
export interface SaidOfMembers {
  readonly by: Author;
  readonly rule: EntryRule;
  readonly options?: AppendOptions;
  readonly before?: (record: SessionRecord) => Promise<void>;
}

export type HandOverListener = (handed: HandedOver) => Promise<void> | void;

export interface HandOverNeeds {
  readonly model: SessionModel;
  readonly journal: Pick<Journal, 'append'>;
  readonly listeners: readonly HandOverListener[];
  readonly accounts: Pick<AccountDirectory, 'face'>;
}

export function createHandOver({ model, journal, listeners, accounts }: HandOverNeeds) {
  const inTurn = createInTurn();

  async function handOver(session: SessionId, from: AccountId, to: Account, how?: HandOver): Promise<SessionRecord> {
    const stays = how?.stays ?? false;
    const record = await changeMembers(
      model,
      session,
      (members) => {
        if (members.owner !== from) throw new AppError('not-found', { text: 'They have left, or their rep is back.' });
        return ownedNext(members, { from, to: to.id, stays });
      },
      { ownerMissingSince: '', inLineSince: '', ownerLeft: '' },
    );
    for (const listener of listeners) await listener({ record, from, to, how });
    // What was asked in another one's name is not theirs to be answered.
    if (record.projection.ask !== null) await journal.append(session, repAuthor(to), unasking()).catch(ignoreRefusal);
    if (record.projection.launch !== null) {
      await journal.append(session, repAuthor(to), notLaunching()).catch(ignoreRefusal);
    }
    const name = (await accounts.face(from))?.displayName ?? '';
    const said =
      how === undefined
        ? always({ kind: 'joined', role: 'rep' })
        : handingOver({ from: name, account: from, how: how.how, stays });
    const once = how?.ask === undefined ? {} : { clientId: v.parse(ClientEntryId, how.ask) };
    return (await journal.append(session, repAuthor(to), said, once)).record;
  }

  async function change(session: SessionId, rule: MemberRule, said: SaidOfMembers): Promise<SessionRecord> {
    const record = await changeMembers(model, session, rule);
    await said.before?.(record);
    return (await journal.append(session, said.by, said.rule, said.options)).record;
  }

  return {
    handOver: (session: SessionId, from: AccountId, to: Account, how?: HandOver) =>
      inTurn(session, () => handOver(session, from, to, how)),
    change: (session: SessionId, rule: MemberRule, said: SaidOfMembers) =>
      inTurn(session, () => change(session, rule, said)),
  };
}

/** It was answered, or the session ended, a moment ago. */
function ignoreRefusal(error: unknown) {
  if (!(error instanceof AppError)) throw error;
}
