/** Rights as a feature: stored, asked in the web panel, told to extensions, and taken back in the middle of a session. */
import type { Account } from '../../shared/contract/account.ts';
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { groupOf } from '../../shared/contract/group-tree.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { RightSubject } from '../../shared/contract/right.ts';
import type { AdminContext } from '../admin/admin-context.ts';
import type { FeatureNeeds } from '../edge/feature-seam.ts';
import { rightModel } from './right-model.ts';
import { createRights } from './right-service.ts';
import type { Rights } from './right-service.ts';

type RightHandlers = Pick<Handlers<AdminContract, AdminContext>, 'rights.get' | 'rights.set' | 'rights.of'>;

export interface RightsFeature {
  readonly rights: Rights;
  readonly adminHandlers: RightHandlers;
  /** A rep is (back) at work: what was denied in the meantime is taken back now. */
  repCame(account: AccountId): Promise<void>;
  /** Makes up for what could not be taken back at the time. */
  compareLinks(): Promise<void>;
  /** Ends listening. */
  stop(): void;
}

/**
 * `onChange` hears of everybody connected after a change, and of everybody who connects, so that a consent which may not be
 * used any more is given back: a viewer may go on while its rep's link to the server is broken.
 */
export async function openRights(
  needs: Pick<FeatureNeeds, 'connection' | 'groups' | 'accounts' | 'accountNews' | 'links' | 'clock' | 'log'>,
  onChange: (account: Account, rights: Awaited<ReturnType<Rights['of']>>) => Promise<void>,
): Promise<RightsFeature> {
  const { connection, groups, accounts, accountNews, links, clock, log } = needs;
  const model = rightModel(connection);
  await model.createIndexes();
  const rights = createRights({ model, groups, clock });

  /** Who has not been told to the end, because something failed meanwhile. */
  const owed = new Set<AccountId>();

  async function tell(id: AccountId): Promise<void> {
    owed.add(id);
    const account = await accounts.find(id);
    if (account !== undefined) {
      const held = await rights.of(account);
      links.toAccount(id, { type: 'rights.changed', rights: held });
      await onChange(account, held);
    }
    owed.delete(id);
  }
  /** One who cannot be told keeps nobody else from it; whoever decided hears of the failure when all others know. */
  async function tellEach(ids: Iterable<AccountId>): Promise<void> {
    rights.forget();
    const tellings: Promise<void>[] = [];
    for (const id of ids) {
      const telling = tell(id);
      tellings.push(telling);
      await Promise.allSettled([telling]);
    }
    await Promise.all(tellings);
  }
  const tellAll = () => tellEach([...links.accountsConnected()]);
  const noted = (telling: Promise<void>) =>
    void telling.catch((error: unknown) => log.fault('Could not tell reps which rights they have now', error));
  const stops = [
    groups.subscribe(() => noted(tellAll())),
    accountNews.subscribe({
      changed({ id }) {
        rights.forget();
        if (links.accountsConnected().has(id)) noted(tell(id));
      },
      revoked: () => undefined,
    }),
  ];

  async function requireSubject(subject: RightSubject): Promise<void> {
    const isThere =
      subject.kind === 'role' ||
      (subject.kind === 'group'
        ? groupOf(await groups.tree(), subject.group) !== undefined
        : (await accounts.find(subject.account)) !== undefined);
    if (!isThere) throw new AppError('not-found');
  }

  return {
    rights,
    adminHandlers: {
      'rights.get': async ({ subject }) => {
        await requireSubject(subject);
        return { setting: await rights.setting(subject) };
      },
      'rights.set': async ({ subject, setting }) => {
        await requireSubject(subject);
        const decided = await rights.set(subject, setting);
        await tellAll();
        return { setting: decided };
      },
      'rights.of': async ({ id }) => {
        const account = await accounts.find(id);
        if (account === undefined) throw new AppError('not-found');
        return { rights: await rights.of(account) };
      },
    },
    repCame: (id) => tellEach([id]),
    async compareLinks() {
      if (owed.size > 0) await tellEach([...owed]);
    },
    stop: () => stops.forEach((stop) => stop()),
  };
}
