/** Accounts: made, changed and read. Who may do it is decided before (`roles.ts`); what must never happen is decided here. */
import type { Account, RepFace, Role } from '../../shared/contract/account.ts';
import * as v from 'valibot';
import { AppError } from '../../shared/contract/errors.ts';
import { AccountId, GroupId } from '../../shared/contract/identifiers.ts';
import type { Capacity } from '../../shared/contract/queue-settings.ts';
import type { ChannelId } from '../../shared/contract/identifiers.ts';
import type { ChannelService } from '../channels/channel-service.ts';
import type { GroupService } from '../groups/group-service.ts';
import type { Clock } from '../config/clock.ts';
import { anyOf } from '../documents/any-of.ts';
import { atLeast } from '../documents/at-least.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import type { PictureService } from '../pictures/picture-service.ts';
import { newId } from '../secrets/random.ts';
import { userIdKey } from './account-model.ts';
import type { AccountModel, StoredAccount } from './account-model.ts';
import type { AccountNews } from './account-news.ts';
import type { FairLine } from './fair-line.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';

/** What people may be called. */
export interface AccountNames {
  readonly fullName: string;
  readonly displayName: string;
  readonly email: string;
}

export interface NewAccount extends AccountNames {
  readonly userId: string;
  readonly role: Role;
  readonly password: string;
  readonly channels: readonly ChannelId[];
  readonly group?: GroupId | null | undefined;
  readonly leads?: readonly GroupId[] | undefined;
}

/** Every method that takes an id throws `not-found` when there is no such account. */
export interface AccountService {
  find(id: AccountId): Promise<Account | undefined>;
  face(id: AccountId): Promise<RepFace | undefined>;
  list(): Promise<Account[]>;
  /** For signing in only. */
  credentials(userId: string): Promise<{ account: Account; passwordHash: string } | undefined>;
  /** Whether anybody was ever made administrator here: the end of set-up. */
  hasAdministrator(): Promise<boolean>;
  /** Throws `already-exists` when the user ID is taken, whatever its case. */
  create(account: NewAccount): Promise<Account>;
  rename(id: AccountId, names: Partial<AccountNames>): Promise<Account>;
  /** Throws `not-allowed` for the last administrator's own role. */
  setRole(id: AccountId, role: Role): Promise<Account>;
  /** Throws `not-allowed` for the last administrator. */
  setDisabled(id: AccountId, disabled: boolean): Promise<Account>;
  /** Puts an account into a group, and makes it look after others. Throws `not-found` when one of them is gone. */
  setPlace(id: AccountId, place: Pick<NewAccount, 'group' | 'leads'>): Promise<Account>;
  /** How many customers it helps at the same time; `null` is as each channel says. */
  setCapacity(id: AccountId, capacity: Capacity): Promise<Account>;
  /** The accounts that have a capacity of their own. */
  capacities(): Promise<ReadonlyMap<AccountId, number>>;
  setPassword(id: AccountId, password: string): Promise<void>;
  /** Throws `wrong-credentials`. */
  checkPassword(id: AccountId, password: string): Promise<void>;
  /** Base64 of a picture, or `null` for none. Throws `invalid` for what is no picture. */
  setPicture(id: AccountId, picture: string | null): Promise<Account>;
  /** The account was here just now. */
  seen(id: AccountId): Promise<void>;
  /** How often its sign-ins were ended. 0 for an account that is not there. */
  revocations(id: AccountId): Promise<number>;
  /** Its sign-ins are ended once more. */
  countRevocation(id: AccountId): Promise<void>;
  /** Tells who looks at these accounts that something about them has changed, such as their channels. */
  announce(ids: readonly AccountId[]): Promise<void>;
  /** How many accounts stand directly in each group. */
  countByGroup(): Promise<ReadonlyMap<GroupId, number>>;
  /** A group is gone: who stood in it stands in `target` now, and nobody leads it. */
  leaveGroup(group: GroupId, target: GroupId | null): Promise<void>;
  /** Makes good what was cut off while a group was removed. */
  leaveLostGroups(): Promise<void>;
}

const activeAdministrator = { role: 'administrator', disabled: false } as const;

export function createAccountService(parts: {
  readonly model: AccountModel;
  readonly channels: ChannelService;
  readonly groups: Pick<GroupService, 'require' | 'tree'>;
  readonly pictures: PictureService;
  readonly news: AccountNews;
  readonly hashLine: FairLine;
  readonly clock: Clock;
}): AccountService {
  const { model, channels, groups, pictures, news, hashLine, clock } = parts;

  const whole = async (stored: StoredAccount): Promise<Account> =>
    toAccount(stored, (await channels.channelsOf([stored._id])).get(stored._id) ?? []);

  async function change(id: AccountId, fields: Partial<StoredAccount>): Promise<Account> {
    const stored = await model.findOneAndUpdate({ _id: id }, { $set: fields }, { returnDocument: 'after' }).lean();
    if (stored === null) throw new AppError('not-found');
    const account = await whole(stored);
    news.changed(account);
    return account;
  }

  /* Looked at afterwards and put back, because looking first would let two administrators remove each other at once. */
  async function changeButKeepAnAdministrator(
    id: AccountId,
    fields: Pick<Partial<StoredAccount>, 'role' | 'disabled'>,
  ) {
    const before = await model.findOneAndUpdate({ _id: id }, { $set: fields }, { returnDocument: 'before' }).lean();
    if (before === null) throw new AppError('not-found');
    if ((await model.countDocuments(activeAdministrator)) === 0) {
      await model.updateOne({ _id: id }, { $set: { role: before.role, disabled: before.disabled } });
      throw new AppError('not-allowed', { text: 'This is the last administrator. Make another one first.' });
    }
    return change(id, fields);
  }

  const requireGroups = ({ group, leads = [] }: Pick<NewAccount, 'group' | 'leads'>) =>
    groups.require([...leads, ...(group ? [group] : [])]);

  async function setPlace(id: AccountId, { group, leads }: Pick<NewAccount, 'group' | 'leads'>): Promise<Account> {
    await requireGroups({ group, leads });
    const fields = { ...(group === undefined ? {} : { group }), ...(leads === undefined ? {} : { leads: [...leads] }) };
    const account = await change(id, fields);
    // A group that was removed between the look and the write has already sent away whoever it knew of.
    const known = new Set((await groups.tree()).map((each) => each.id));
    for (const each of [...account.leads, account.group]) {
      if (each !== null && !known.has(each)) await leaveGroup(each, null);
    }
    return account;
  }

  async function leaveGroup(group: GroupId, target: GroupId | null): Promise<void> {
    const touched = await model.find({ $or: [{ group }, { leads: group }] }).lean();
    await model.updateMany({ group }, { $set: { group: target } });
    await model.updateMany({ leads: group }, { $pull: { leads: group } });
    await announce(touched.map(({ _id }) => _id));
  }

  async function announce(ids: readonly AccountId[]): Promise<void> {
    for (const stored of await model.find({ _id: anyOf(ids) }).lean()) news.changed(await whole(stored));
  }

  return {
    async find(id) {
      const stored = await model.findOne({ _id: id }).lean();
      return stored === null ? undefined : whole(stored);
    },

    async face(id) {
      const stored = await model.findOne({ _id: id }).lean();
      return stored === null
        ? undefined
        : { account: id, displayName: stored.displayName, picture: picturePath(stored.picture) };
    },

    async list() {
      const stored = await model.find().sort({ userIdKey: 1 }).lean();
      const memberships = await channels.channelsOf(stored.map(({ _id }) => _id));
      return stored.map((one) => toAccount(one, memberships.get(one._id) ?? []));
    },

    async credentials(userId) {
      const stored = await model.findOne({ userIdKey: userIdKey(userId) }).lean();
      if (stored !== null) return { account: await whole(stored), passwordHash: stored.passwordHash };
      // The same questions to the store as for an account that is there: nobody is to learn from the clock which ones are.
      await channels.channelsOf([newId(AccountId)]);
      return undefined;
    },

    async hasAdministrator() {
      return (await model.countDocuments({ role: 'administrator' })) > 0;
    },

    async create({ password, channels: wanted, group = null, leads = [], ...fields }) {
      await requireGroups({ group, leads });
      const passwordHash = await hashLine({ key: fields.userId, isKnown: true }, () => hashPassword(password));
      const id = newId(AccountId);
      try {
        await model.create({
          _id: id,
          ...fields,
          userIdKey: userIdKey(fields.userId),
          disabled: false,
          group,
          leads: [...leads],
          picture: null,
          capacity: null,
          passwordHash,
          createdAt: clock.now(),
          lastSeenAt: null,
        });
      } catch (error) {
        if (!isDuplicateKey(error, 'userIdKey')) throw error;
        throw new AppError('already-exists', { text: 'This user ID is in use. Choose another one.', cause: error });
      }
      await channels.addMember(wanted, id);
      return setPlace(id, {});
    },

    rename: (id, names) => change(id, { ...names }),
    setRole: (id, role) => changeButKeepAnAdministrator(id, { role }),
    setPlace,
    setDisabled: (id, disabled) => changeButKeepAnAdministrator(id, { disabled }),

    setCapacity: (id, capacity) => change(id, { capacity }),

    async capacities() {
      const own = await model.find({ capacity: atLeast(1) }).lean();
      return new Map(own.flatMap(({ _id, capacity }) => (capacity === null ? [] : [[_id, capacity] as const])));
    },

    async setPassword(id, password) {
      const passwordHash = await hashLine({ key: id, isKnown: true }, () => hashPassword(password));
      await change(id, { passwordHash });
    },

    async checkPassword(id, password) {
      const stored = await model.findOne({ _id: id }).lean();
      const isRight = await hashLine({ key: id, isKnown: true }, () => verifyPassword(password, stored?.passwordHash));
      if (!isRight) {
        throw new AppError('wrong-credentials', { text: 'The current password is not right. Try again.' });
      }
    },

    async setPicture(id, picture) {
      const before = await model.findOne({ _id: id }).lean();
      if (before === null) throw new AppError('not-found');
      const account = await change(id, { picture: picture === null ? null : await pictures.keep(picture) });
      if (before.picture !== null) await pictures.forget(before.picture);
      return account;
    },

    async seen(id) {
      await model.updateOne({ _id: id }, { $set: { lastSeenAt: clock.now() } });
    },

    async revocations(id) {
      return (await model.findOne({ _id: id }).lean())?.revocations ?? 0;
    },

    async countRevocation(id) {
      await model.updateOne({ _id: id }, { $inc: { revocations: 1 } });
    },

    announce,

    async countByGroup() {
      const counted: { _id: GroupId; accounts: number }[] = await model.aggregate([
        { $match: { group: { $type: 'string' } } },
        { $group: { _id: '$group', accounts: { $sum: 1 } } },
      ]);
      return new Map(counted.map(({ _id, accounts }) => [_id, accounts]));
    },

    leaveGroup,

    async leaveLostGroups() {
      const known = new Set((await groups.tree()).map(({ id }) => id));
      const named = [...(await model.distinct('group')), ...(await model.distinct('leads'))];
      for (const id of new Set(named)) if (v.is(GroupId, id) && !known.has(id)) await leaveGroup(id, null);
    },
  };
}

function toAccount(stored: StoredAccount, channels: readonly ChannelId[]): Account {
  return {
    id: stored._id,
    userId: stored.userId,
    fullName: stored.fullName,
    displayName: stored.displayName,
    email: stored.email,
    role: stored.role,
    disabled: stored.disabled,
    picture: picturePath(stored.picture),
    channels: [...channels],
    group: stored.group,
    leads: [...stored.leads],
    capacity: stored.capacity,
    createdAt: stored.createdAt,
    lastSeenAt: stored.lastSeenAt,
  };
}

function picturePath(picture: string | null): string | null {
  return picture === null ? null : `/pictures/${picture}`;
}
