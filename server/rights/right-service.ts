/** Rights: who may use which tool of a session. Decided by administrators, asked whenever a tool is used. */
import type { Account } from '../../shared/contract/account.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { groupPath } from '../../shared/contract/group-tree.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { EffectiveRight, RightSetting, RightSubject, Tool } from '../../shared/contract/right.ts';
import type { Clock } from '../config/clock.ts';
import { anyOf } from '../documents/any-of.ts';
import type { GroupDirectory } from '../groups/group-service.ts';
import { resolveRights } from './resolve-rights.ts';
import type { RightLevel } from './resolve-rights.ts';
import { subjectKey } from './right-model.ts';
import type { RightModel } from './right-model.ts';

/** What decides over an account's rights. */
export type RightBearer = Pick<Account, 'id' | 'role' | 'group'>;

export interface Rights {
  /** What is decided at one level. */
  setting(subject: RightSubject): Promise<RightSetting>;
  set(subject: RightSubject, setting: RightSetting): Promise<RightSetting>;
  /** What holds for an account. Another process's change is seen within ten seconds, one of this process at once. */
  of(account: RightBearer): Promise<EffectiveRight[]>;
  /** Throws `not-allowed`, saying who has decided so, unless the account may use all of these. */
  require(account: RightBearer, needed: readonly Tool[]): Promise<void>;
  /** Something changed that rights follow from: what is remembered is forgotten. */
  forget(): void;
}

/** A chat message must not cost three more trips to the store. */
const rememberedMs = 10_000;

export function createRights(parts: {
  readonly model: RightModel;
  readonly groups: Pick<GroupDirectory, 'tree'>;
  readonly clock: Clock;
}): Rights {
  const { model, groups, clock } = parts;
  const known = new Map<AccountId, { readonly rights: Promise<EffectiveRight[]>; readonly until: number }>();

  async function levelsOf({ id, role, group }: RightBearer): Promise<RightLevel[]> {
    const path = groupPath(await groups.tree(), group);
    const levels: { subject: RightSubject; because: RightLevel['because'] }[] = [
      { subject: { kind: 'account', account: id }, because: { level: 'account', name: '' } },
      ...path.map((each) => ({
        subject: { kind: 'group', group: each.id } as const,
        because: { level: 'group', name: each.name } as const,
      })),
      { subject: { kind: 'role', role }, because: { level: 'role', name: '' } },
    ];
    const stored = await model.find({ _id: anyOf(levels.map(({ subject }) => subjectKey(subject))) }).lean();
    return levels.flatMap(({ subject, because }) => {
      const setting = stored.find(({ _id }) => _id === subjectKey(subject));
      return setting === undefined ? [] : [{ because, setting }];
    });
  }

  function rightsOf(bearer: RightBearer): Promise<EffectiveRight[]> {
    const now = clock.now();
    const remembered = known.get(bearer.id);
    if (remembered !== undefined && remembered.until > now) return remembered.rights;
    const rights = levelsOf(bearer).then(resolveRights);
    const fresh = { rights, until: now + rememberedMs };
    known.set(bearer.id, fresh);
    // A failure is told to whoever asked, and not remembered.
    rights.catch(() => {
      if (known.get(bearer.id) === fresh) known.delete(bearer.id);
    });
    return rights;
  }

  return {
    of: rightsOf,
    forget: () => known.clear(),

    async setting(subject) {
      const stored = await model.findOne({ _id: subjectKey(subject) }).lean();
      return { allow: stored?.allow ?? [], deny: stored?.deny ?? [] };
    },

    async set(subject, { allow, deny }) {
      const _id = subjectKey(subject);
      const decided = { allow: [...new Set(allow)], deny: [...new Set(deny)] };
      if (allow.length + deny.length === 0) await model.deleteOne({ _id });
      else await model.updateOne({ _id }, { $set: decided }, { upsert: true });
      known.clear();
      return decided;
    },

    async require(account, needed) {
      const denied = (await rightsOf(account)).find(({ tool, allowed }) => needed.includes(tool) && !allowed);
      if (denied !== undefined) throw new AppError('not-allowed', { text: denialText(denied) });
    },
  };
}

function denialText({ because: { level, name } }: EffectiveRight): string {
  const decided = {
    account: 'for your account',
    group: `by the group ${name}`,
    role: 'for your role',
    default: 'unless an administrator allows it',
  };
  return `This is denied ${decided[level]}. Ask an administrator.`;
}
