/** Guests of a session: they come in, go and are sent out, and one rep at a time has mouse and keyboard. */
import type * as v from 'valibot';
import type { Account } from '../../shared/contract/account.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { AccountId, MemberAskId, SessionId } from '../../shared/contract/identifiers.ts';
import type { GuestHands } from '../../shared/contract/member.ts';
import type { memberOut } from '../../shared/contract/member-operations.ts';
import type { Author } from '../../shared/contract/session-log.ts';
import type { Calls } from '../calls/call-service.ts';
import type { AccountDirectory } from '../edge/feature-seam.ts';
import type { Links } from '../edge/links.ts';
import type { Rights } from '../rights/right-service.ts';
import { repAuthor, systemAuthor } from '../sessions/authors.ts';
import { requireRoomFor } from '../sessions/entry-limit.ts';
import { atPace } from '../sessions/entry-rules.ts';
import { handsTo, withGuest, withoutGuest } from '../sessions/member-rules.ts';
import type { MemberRule } from '../sessions/membership.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import type { Sessions } from '../sessions/session-service.ts';
import type { Signalling } from '../signalling/signalling-service.ts';

export interface Guests {
  /** `ask`: what they were asked by, so that the log says it once however often this is carried out. */
  comeIn(session: SessionId, guest: Account, hands: GuestHands, ask?: MemberAskId): Promise<SessionRecord>;
  /** @throws AppError `not-found` when they are not in it */
  remove(session: SessionId, by: Account, guest: AccountId): Promise<void>;
  leave(session: SessionId, guest: Account): Promise<void>;
  /** A guest who is out of reach for too long, or whose account is switched off. */
  lose(session: SessionId, guest: AccountId): Promise<void>;
  askForHands(session: SessionId, guest: Account): Promise<void>;
  giveHands(session: SessionId, by: Account, to: AccountId): Promise<void>;
  /** A rep is in the session no more: their viewers are closed, and their panel says why. */
  sendOut(
    record: SessionRecord,
    rep: AccountId,
    how: v.InferOutput<typeof memberOut>['how'],
    by: string,
  ): Promise<void>;
}

export interface GuestsNeeds {
  readonly sessions: Pick<Sessions, 'append' | 'changeMembers' | 'load'>;
  readonly accounts: Pick<AccountDirectory, 'face' | 'find'>;
  readonly links: Pick<Links, 'toAccount'>;
  readonly signalling: Pick<Signalling, 'close'>;
  readonly rights: Pick<Rights, 'require'>;
  readonly calls: Pick<Calls, 'repOut'>;
}

export function createGuests({ sessions, accounts, links, signalling, rights, calls }: GuestsNeeds): Guests {
  const nameOf = async (account: AccountId) => (await accounts.face(account))?.displayName ?? '';

  const sendOut: Guests['sendOut'] = async ({ _id: session, customer }, rep, how, by) => {
    // The server's half: a viewer that is linked already is let go by the host, which reads in the log that this rep is out.
    signalling.close((party) => party.session === session && 'account' in party && party.account === rep);
    links.toAccount(rep, { type: 'members.out', session, customer: customer.name, how, by });
    await calls.repOut(session, rep);
  };

  async function takeOut(session: SessionId, by: Author, guest: AccountId, how: 'left' | 'removed') {
    const rep = await nameOf(guest);
    const body = { kind: 'rep-left', rep, account: guest, how } as const;
    await sessions.changeMembers(session, (members) => withoutGuest(members, guest), { by, body });
  }

  return {
    comeIn: (session, guest, hands, ask) =>
      sessions.changeMembers(session, (members) => withGuest(members, { account: guest.id, hands }), {
        by: repAuthor(guest),
        body: { kind: 'joined', role: 'guest' },
        ...(ask === undefined ? {} : { ask }),
      }),
    remove: (session, by, guest) => takeOut(session, repAuthor(by), guest, 'removed'),
    leave: (session, guest) => takeOut(session, repAuthor(guest), guest.id, 'left'),
    lose: (session, guest) => takeOut(session, systemAuthor, guest, 'left'),
    async askForHands(session, guest) {
      const record = await sessions.load(session);
      const own = record?.guests?.find(({ account }) => account === guest.id);
      if (record === undefined || own?.hands !== 'control')
        throw new AppError('not-allowed', { text: 'You are in this session to look on only.' });
      if (record.handsOf === guest.id) throw new AppError('already-exists', { text: 'You have them already.' });
      await rights.require(guest, ['control']);
      await sessions.append(record, repAuthor(guest), atPace({ kind: 'hands-asked' }), { audience: 'reps' });
    },
    async giveHands(session, by, to) {
      const rep = await accounts.find(to);
      if (rep === undefined) throw new AppError('not-found');
      await rights.require(rep, ['control']);
      const next: MemberRule = (members, { projection }) => {
        requireRoomFor('hands-given', projection.lastSeq);
        return handsTo(members, by.id, to);
      };
      await sessions.changeMembers(session, next, {
        by: repAuthor(by),
        body: { kind: 'hands-given', to: rep.displayName, account: to },
      });
    },
    sendOut,
  };
}
