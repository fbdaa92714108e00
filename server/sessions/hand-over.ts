/**
 * How who is in a session changes, its owner above all: the store settles it, whoever is out is let go, then the log says so. A crash in
 * between leaves what is still to be done with the session, and it is done at the next touch or start.
 */
import * as v from 'valibot';
import { isToolScope } from '../../shared/contract/consent.ts';
import type { Account } from '../../shared/contract/account.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { ClientEntryId } from '../../shared/contract/identifiers.ts';
import type { AccountId, MemberAskId, SessionId } from '../../shared/contract/identifiers.ts';
import type { Author, HandOverHow, MemberBody } from '../../shared/contract/session-log.ts';
import type { AccountDirectory } from '../edge/feature-seam.ts';
import { newId } from '../secrets/random.ts';
import type { SessionLog } from '../session-log/session-log.ts';
import { repAuthor } from './authors.ts';
import { always, handingOver, notLaunching, unasking, withdrawing } from './entry-rules.ts';
import type { EntryRule } from './entry-rules.ts';
import { createInTurn } from './in-turn.ts';
import type { Journal } from './journal.ts';
import { ownedNext } from './member-rules.ts';
import { changeMembers, haveSaid, owes, undoChange } from './membership.ts';
import type { Changed, Marks, MemberRule } from './membership.ts';
import type { SessionModel, SessionRecord } from './session-model.ts';
import type { Unsaid } from './unsaid.ts';

/** Why another rep goes on. Without it, the one of before was lost and is out. */
export interface HandOver {
  readonly how: HandOverHow;
  /** Whether they stay as a guest. */
  readonly stays: boolean;
  /** What was asked and accepted; the log says so once for it. */
  readonly ask?: MemberAskId;
}

/** What the log says of a change. */
export interface SaidOfMembers {
  readonly by: Author;
  readonly body: MemberBody;
  /** What was asked and accepted; the log says so once for it. */
  readonly ask?: MemberAskId;
  /** What is marked, or marked no more, with the change. */
  readonly marks?: Marks;
}

/**
 * Does what follows from a change before the log tells of it; again when it was cut off, so it may find its work done. A refusal takes the change
 * back.
 */
export type MembersListener = (record: SessionRecord, change: Unsaid) => Promise<void>;

export interface HandOverNeeds {
  readonly model: SessionModel;
  readonly journal: Pick<Journal, 'append' | 'load'>;
  readonly log: Pick<SessionLog, 'sentBefore'>;
  readonly listeners: readonly MembersListener[];
  readonly accounts: Pick<AccountDirectory, 'face'>;
}

/** Nobody is missed, and nobody waits for another one, where somebody has gone on. */
const goesOn: Marks = { ownerMissingSince: null, inLineSince: null, ownerLeft: null };

export function createHandOver({ model, journal, log, listeners, accounts }: HandOverNeeds) {
  const inTurn = createInTurn();

  async function handOver(session: SessionId, from: AccountId, to: Account, how?: HandOver): Promise<SessionRecord> {
    const found = await settled(session);
    const author = await formerOwner(from);
    // At no moment may it be the next one's: what was granted to somebody who is gone names a person.
    const isOfNobody = how === undefined || found?.inLineSince !== undefined;
    if (found?.owner === from && isOfNobody) await letGo(found, author, 'all');
    const stays = how?.stays ?? false;
    const body: MemberBody =
      how === undefined
        ? { kind: 'joined', role: 'rep' }
        : { kind: 'handed-over', from: author.name, account: from, how: how.how, stays, keeps: false };
    const rule: MemberRule = (members) => {
      if (members.owner !== from) throw new AppError('not-found', { text: 'They have left, or their rep is back.' });
      return ownedNext(members, { from, to: to.id, stays });
    };
    const ask = how?.ask === undefined ? {} : { ask: how.ask };
    return change(session, rule, { by: repAuthor(to), body, ...ask, marks: goesOn });
  }

  async function change(session: SessionId, rule: MemberRule, said: SaidOfMembers): Promise<SessionRecord> {
    const { by, body, ask, marks = {} } = said;
    const clientId = ask === undefined ? newId(ClientEntryId) : v.parse(ClientEntryId, ask);
    // What follows from one yes is done once: whoever has gone since is not brought back by it.
    const isDone = ask !== undefined && (await log.sentBefore(session, clientId)) !== undefined;
    if (isDone) throw new AppError('already-exists', { text: 'This was done already.' });
    const unsaid = { clientId, by, body, ...(ask === undefined ? {} : { ask }) };
    return carryOut(await changeMembers(model, session, { rule, unsaid, marks }, settle));
  }

  /** Any number of times: what follows is done again until it is said, and said once. */
  async function carryOut(changed: Changed): Promise<SessionRecord> {
    const { _id: session, unsaid } = changed;
    const { clientId } = unsaid;
    try {
      // It is said last. What has been asked and granted since is the next one's.
      if ((await log.sentBefore(session, clientId)) === undefined) await doWhatFollows(session, unsaid);
      const { record: told } = await journal.append(session, unsaid.by, ruleOf(unsaid.body), { clientId });
      await haveSaid(model, changed);
      const { unsaid: _said, ...rest } = told;
      return rest;
    } catch (error) {
      if (error instanceof AppError) await undoChange(model, changed);
      throw error;
    }
  }

  async function doWhatFollows(session: SessionId, unsaid: Unsaid): Promise<void> {
    const record = await stillThere(session);
    if (record.projection.ended !== null) return;
    for (const listener of listeners) await listener(record, unsaid);
    // Anew: whoever was the owner still when they began to ask may have done so meanwhile.
    await letGoAfter(await stillThere(session), unsaid);
  }

  async function stillThere(session: SessionId): Promise<SessionRecord> {
    const record = await journal.load(session, 'from-log');
    if (record === undefined) throw new AppError('not-found');
    return record;
  }

  async function settle(changed: Changed): Promise<void> {
    await carryOut(changed).catch(ignoreRefusal);
  }

  /** The session when nothing is owed any more. */
  async function settled(session: SessionId): Promise<SessionRecord | undefined> {
    const record = await journal.load(session);
    if (record === undefined || !owes(record)) return record;
    await settle(record);
    return journal.load(session);
  }

  async function formerOwner(id: AccountId): Promise<Author> {
    return repAuthor({ id, displayName: (await accounts.face(id))?.displayName ?? '' });
  }

  async function letGoAfter(record: SessionRecord, { by, body, was }: Unsaid): Promise<void> {
    switch (body.kind) {
      case 'handed-over':
        if (was.inLineSince === undefined) return letGo(record, by, 'questions');
        return letGo(record, await formerOwner(was.owner), 'all');
      case 'joined':
        return body.role === 'rep' ? letGo(record, await formerOwner(was.owner), 'all') : undefined;
      case 'rep-lost':
      case 'back-in-line':
        return letGo(record, await formerOwner(was.owner), 'all');
      case 'rep-left':
      case 'hands-given':
        return;
      default:
        body satisfies never;
    }
  }

  /** What was asked in another one's name is not the next one's to be answered; screen and hands that were granted are, unless the rep is gone. */
  async function letGo({ _id, projection }: SessionRecord, by: Author, what: 'questions' | 'all') {
    if (projection.ask !== null) await say(_id, by, unasking());
    if (projection.launch !== null) await say(_id, by, notLaunching());
    for (const { scope } of projection.consents) {
      // Control goes with seeing. A tool was asked for by somebody with the right to it, and the next one may have none.
      if (isToolScope(scope) || (what === 'all' && scope === 'view')) await say(_id, by, withdrawing(scope, 'viewer'));
    }
  }

  /** What was answered, ran out or ended in this moment is as good. */
  async function say(session: SessionId, by: Author, rule: EntryRule) {
    await journal.append(session, by, rule).catch(ignoreRefusal);
  }

  return {
    handOver: (session: SessionId, from: AccountId, to: Account, how?: HandOver) =>
      inTurn(session, () => handOver(session, from, to, how)),
    change: (session: SessionId, rule: MemberRule, said: SaidOfMembers) =>
      inTurn(session, () => change(session, rule, said)),
    /** Says what a crash, or a store that went away, has kept the log from saying; the session afterwards. */
    settled: (session: SessionId) => inTurn(session, () => settled(session)),
  };
}

/** Whether something is kept shows when it is said. */
function ruleOf(body: MemberBody): EntryRule {
  return body.kind === 'handed-over' ? handingOver(body) : always(body);
}

function ignoreRefusal(error: unknown) {
  if (!(error instanceof AppError)) throw error;
}
