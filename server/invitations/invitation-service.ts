/** Invitations: made by a customer, opened by whoever comes first, open again when that helper has left. */
import * as v from 'valibot';
import type { Account } from '../../shared/contract/account.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { InvitationId, SessionId } from '../../shared/contract/identifiers.ts';
import type { DirectEnding } from '../../shared/contract/ending.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { InvitationCard, InvitationForm, OwnInvitation, RepInvitation } from '../../shared/contract/invitation.ts';
import type { Clock } from '../config/clock.ts';
import type { Deadlines } from '../deadlines/deadlines.ts';
import { anyOf } from '../documents/any-of.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import type { AccountDirectory, ChannelDirectory, StoredChannel } from '../edge/feature-seam.ts';
import type { BrowserId, Links } from '../edge/links.ts';
import type { Endings } from '../endings/ending-service.ts';
import { newId } from '../secrets/random.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import type { HelpDeskList } from './help-desks.ts';
import type { InvitedSessions } from './invited-sessions.ts';
import type { InvitationModel, InvitationRecord } from './invitation-model.ts';
import type { InvitationSecrets } from './invitation-secrets.ts';
import { ownInvitation, repInvitation } from './invitation-views.ts';
import type { Postman } from './postman.ts';
import { desksAmong, strangers } from './recipient-rules.ts';

const lifeMs = 24 * 60 * 60_000;
/** Who waits longest is shown first, and no more than anybody can look through. */
export const mostListed = 200;
/** Somebody who is asked directly answers soon, or not. */
const directLifeMs = 15 * 60_000;

const goneText = 'This invitation does not hold (any more). Ask for another one.';
const waitsText = 'You wait for somebody already in this browser. End that first.';

export interface Invitations {
  mine(browser: BrowserId): Promise<OwnInvitation | undefined>;
  /** @throws AppError `already-waiting`, `not-allowed` (an address that is not the organisation's), `too-many-tries` */
  make(browser: BrowserId, form: InvitationForm, address: string): Promise<OwnInvitation>;
  /** Asks one rep directly. @throws AppError `already-waiting`, `nobody-there` */
  askDirectly(
    browser: BrowserId,
    ask: { readonly account: AccountId; readonly name: string; readonly message: string },
  ): Promise<OwnInvitation>;
  /** Whether this browser has an invitation out, open or being helped. */
  holds(browser: BrowserId): Promise<boolean>;
  close(browser: BrowserId): Promise<void>;
  /** @throws AppError `not-found` */
  look(secret: string): Promise<InvitationCard>;
  list(rep: Account): Promise<RepInvitation[]>;
  /** @throws AppError `not-found`, `already-taken` (names who helps), `nobody-there` (the customer's page is closed) */
  open(rep: Account, secret: string): Promise<SessionRecord>;
  /** @throws AppError as `open` */
  take(rep: Account, invitation: InvitationId): Promise<SessionRecord>;
  /** @throws AppError `not-found` */
  pass(rep: Account, invitation: InvitationId): Promise<void>;
  /** The helper's session is over: somebody else may connect, unless the customer ended it. */
  sessionEnded(record: SessionRecord): Promise<void>;
  /** After a start: helpers whose session never began, or ended unseen. */
  recover(): Promise<void>;
}

export interface InvitationNeeds {
  readonly model: InvitationModel;
  readonly secrets: InvitationSecrets;
  readonly helpDesks: HelpDeskList;
  readonly postman: Postman;
  readonly helpers: InvitedSessions;
  readonly channels: Pick<ChannelDirectory, 'list'>;
  readonly accounts: Pick<AccountDirectory, 'face'>;
  readonly links: Pick<Links, 'toAccount' | 'toBrowser' | 'browserConnected' | 'accountsConnected'>;
  readonly endings: Pick<Endings, 'tell' | 'forget'>;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
  readonly origin: () => string;
  /** Whether this browser waits in line or talks with somebody. */
  readonly waitsElsewhere: (browser: BrowserId) => Promise<boolean>;
}

export function createInvitations(needs: InvitationNeeds): Invitations {
  const { model, secrets, helpDesks, postman, helpers, channels, accounts, links, endings, deadlines, clock, origin } =
    needs;

  const nameOf = async (account: AccountId | undefined) =>
    account === undefined ? undefined : (await accounts.face(account))?.displayName;

  async function own(record: InvitationRecord): Promise<OwnInvitation> {
    return ownInvitation(record, origin(), secrets.open(record.sealed), (await nameOf(record.account)) ?? '');
  }

  async function forReps(record: InvitationRecord, open?: readonly StoredChannel[]): Promise<RepInvitation> {
    const sentTo = (open ?? (await channels.list())).filter(({ id }) => record.channels.includes(id));
    return repInvitation(record, sentTo.map(({ name }) => name).join(', '), await nameOf(record.helper));
  }

  /** The reps to whom it was sent. */
  async function audience({ account, channels: sentTo }: InvitationRecord): Promise<ReadonlySet<AccountId>> {
    if (account !== undefined) return new Set([account]);
    return new Set((await channels.list()).filter(({ id }) => sentTo.includes(id)).flatMap(({ members }) => members));
  }

  async function tellReps(record: InvitationRecord) {
    const event = record.holds
      ? ({ type: 'invitations.changed', invitation: await forReps(record) } as const)
      : ({ type: 'invitations.gone', invitation: record._id } as const);
    for (const account of await audience(record)) links.toAccount(account, event);
  }

  async function tell(record: InvitationRecord) {
    const invitation = record.holds ? await own(record) : null;
    links.toBrowser(record.browser, { type: 'invitations.changed', invitation });
    await tellReps(record);
  }

  async function closeAs(filter: { _id: InvitationId } | { browser: BrowserId }) {
    const closed = { $set: { state: 'closed' as const, holds: false } };
    const found = await model.findOneAndUpdate({ ...filter, holds: true }, closed, { returnDocument: 'after' }).lean();
    if (found === null) return undefined;
    await deadlines.cancel('invitation-expired', found._id);
    await tell(found);
    return found;
  }

  /** Ends one without its customer, who is told why. */
  async function endAs(_id: InvitationId, why: DirectEnding) {
    const ended = await closeAs({ _id });
    if (ended === undefined) return;
    const rep = (await nameOf(ended.account)) ?? '';
    await endings.tell(ended.browser, ended.kind === 'direct' ? { what: 'direct', why, rep } : { what: 'invitation' });
  }

  deadlines.on('invitation-expired', async (subject) => {
    const _id = v.parse(InvitationId, subject);
    const due = await model.findOne({ _id, holds: true }).lean();
    if (due !== null && due.expiresAt <= clock.now()) await endAs(_id, 'expired');
  });

  /** One for each browser, beside nothing else that it waits for: each side looks again after it has stored its own. */
  async function store(record: InvitationRecord): Promise<void> {
    if (await needs.waitsElsewhere(record.browser)) throw new AppError('already-waiting', { text: waitsText });
    try {
      await model.create([record]);
    } catch (error) {
      if (isDuplicateKey(error, 'browser')) throw new AppError('already-waiting', { text: waitsText, cause: error });
      throw error;
    }
    if (await needs.waitsElsewhere(record.browser)) {
      await closeAs({ _id: record._id });
      throw new AppError('already-waiting', { text: waitsText });
    }
    await deadlines.set('invitation-expired', record._id, record.expiresAt);
    await endings.forget(record.browser, record.createdAt);
  }

  function fresh(
    browser: BrowserId,
    life: number,
  ): Omit<InvitationRecord, 'kind' | 'name' | 'message' | 'channels' | 'account'> {
    const createdAt = clock.now();
    const _id = newId(InvitationId);
    const times = { createdAt, expiresAt: createdAt + life };
    return { _id, browser, ...secrets.make(), ...times, state: 'open', holds: true, recipients: [] };
  }

  async function whyNot(found: InvitationRecord | null): Promise<AppError> {
    if (found === null || !found.holds) return new AppError('not-found', { text: goneText });
    const helper = (await nameOf(found.helper)) ?? 'Somebody';
    return new AppError('already-taken', {
      text: `${helper} is helping ${found.name} already. Try again when they have ended it.`,
    });
  }

  /** Settled by the store: of all who try at once exactly one helps. */
  async function help(rep: Account, found: InvitationRecord | null): Promise<SessionRecord> {
    if (found === null || found.state !== 'open') throw await whyNot(found);
    if (!links.browserConnected(found.browser)) {
      throw new AppError('nobody-there', { text: `${found.name}’s page is closed. Try again when it is open.` });
    }
    const session = newId(SessionId);
    const won = await model
      .findOneAndUpdate(
        { _id: found._id, state: 'open' },
        { $set: { state: 'helping', helper: rep.id, session }, $unset: { leftBy: '' } },
        { returnDocument: 'after' },
      )
      .lean();
    if (won === null) throw await whyNot(await model.findOne({ _id: found._id }).lean());
    try {
      const record = await helpers.begin(won, session, rep);
      await tellReps(won);
      return record;
    } catch (error) {
      await reopen(session);
      if (!isDuplicateKey(error)) throw error;
      throw new AppError('already-taken', { text: `${won.name} is talking with somebody already.`, cause: error });
    }
  }

  async function reopen(session: SessionId, leftBy?: string) {
    const open = { state: 'open' as const, ...(leftBy === undefined ? {} : { leftBy }) };
    const again = await model
      .findOneAndUpdate(
        { session, state: 'helping' },
        { $set: open, $unset: { session: '', helper: '' } },
        { returnDocument: 'after' },
      )
      .lean();
    if (again !== null) await tell(again);
  }

  return {
    async mine(browser) {
      const record = await model.findOne({ browser, holds: true }).lean();
      return record === null ? undefined : own(record);
    },
    async make(browser, form, address) {
      const [desks, domains] = await Promise.all([helpDesks.desks(), helpDesks.domains()]);
      const [stranger] = strangers(form.to, { domains, desks });
      if (stranger !== undefined) {
        const whose =
          domains.length === 0
            ? 'Copy the text, and send it yourself.'
            : `Only addresses of ${domains.join(', ')} can be mailed from here.`;
        throw new AppError('not-allowed', { text: `${stranger} is no address of the organisation. ${whose}` });
      }
      const asked = desksAmong(form, desks);
      const record: InvitationRecord = {
        ...fresh(browser, lifeMs),
        kind: 'invitation',
        name: form.name,
        message: form.message,
        channels: asked.map(({ channel }) => channel),
      };
      await store(record);
      const addresses = [...new Set([...form.to, ...asked.map(({ address }) => address)])];
      const invitation = await own(record);
      const recipients = await postman.deliver(invitation, form, addresses, address);
      await model.updateOne({ _id: record._id }, { $set: { recipients } });
      await tellReps(record);
      return { ...invitation, recipients };
    },
    async askDirectly(browser, { account, name, message }) {
      if (!links.accountsConnected().has(account))
        throw new AppError('nobody-there', { text: 'They are not there now.' });
      const record: InvitationRecord = {
        ...fresh(browser, directLifeMs),
        kind: 'direct',
        name,
        message,
        channels: [],
        account,
      };
      await store(record);
      await tellReps(record);
      return own(record);
    },
    holds: async (browser) => (await model.exists({ browser, holds: true })) !== null,
    async close(browser) {
      await closeAs({ browser });
    },
    async look(secret) {
      const found = await model.findOne({ ...secrets.find(secret), holds: true }).lean();
      const code = found === null ? undefined : secrets.open(found.sealed)?.code;
      if (found === null || code === undefined) throw new AppError('not-found', { text: goneText });
      return { name: found.name, message: found.message, code, helper: (await forReps(found)).helper };
    },
    async list(rep) {
      const toThem = [{ account: rep.id }, { account: { $exists: false }, channels: anyOf(rep.channels) }];
      const [theirs, open] = await Promise.all([
        model.find({ holds: true, $or: toThem }).sort({ createdAt: 1 }).limit(mostListed).lean(),
        channels.list(),
      ]);
      return Promise.all(theirs.map((record) => forReps(record, open)));
    },
    open: async (rep, secret) => help(rep, await model.findOne({ ...secrets.find(secret), kind: 'invitation' }).lean()),
    async take(rep, invitation) {
      const found = await model.findOne({ _id: invitation }).lean();
      const isTheirs = found !== null && (await audience(found)).has(rep.id);
      return help(rep, isTheirs ? found : null);
    },
    async pass(rep, invitation) {
      const found = await model.findOne({ _id: invitation, kind: 'direct', account: rep.id, state: 'open' }).lean();
      if (found === null) throw new AppError('not-found', { text: goneText });
      await endAs(found._id, 'passed');
    },
    async sessionEnded({ _id: session, owner, projection }) {
      const found = await model.findOne({ session }).lean();
      if (found === null || found.state !== 'helping') return;
      const endedBy = projection.ended?.by;
      const isOver = found.kind === 'direct' || endedBy === 'customer' || endedBy === 'host';
      if (isOver || projection.ended?.reason === 'lost') await closeAs({ _id: found._id });
      else await reopen(session, (await nameOf(owner)) ?? '');
    },
    async recover() {
      for (const { session } of await model.find({ holds: true, state: 'helping' }).lean()) {
        if (session !== undefined && !(await helpers.isLive(session))) await reopen(session);
      }
    },
  };
}
