/** What things are before and after an act, so that the audit trail can say from what to what. */
import * as v from 'valibot';
import { Erased } from '../../shared/contract/customer-data.ts';
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { Handlers, OperationName } from '../../shared/contract/contract.ts';
import { groupOf } from '../../shared/contract/group-tree.ts';
import { AccountId, ChannelId } from '../../shared/contract/identifiers.ts';
import { RightSubject } from '../../shared/contract/right.ts';
import type { AccountService } from '../accounts/account-service.ts';
import type { ChannelService } from '../channels/channel-service.ts';
import type { GroupDirectory } from '../groups/group-service.ts';
import type { OrganisationService } from '../organisation/organisation-service.ts';
import { subjectKey } from '../rights/right-model.ts';
import type { TwoStep } from '../two-step/two-step-service.ts';
import type { AdminContext } from './admin-context.ts';

/** A thing as it is now, and what it is called. */
export interface Thing {
  readonly fields: object;
  readonly name: string;
  /** What it is found by in the trail, where neither the call nor its answer says so by an `id`. */
  readonly id?: string;
}

/** Reads the thing that a call is about, or that its answer names; `undefined` when there is none. */
export type ReadThing = (message: unknown, context: AdminContext) => Promise<Thing | undefined>;

/** How to read it, for each operation whose fields are of interest. All others are told by name and target alone. */
export type ThingsChanged = Partial<Record<OperationName<AdminContract>, ReadThing>>;

const AnAccount = v.union([v.object({ id: AccountId }), v.object({ account: v.object({ id: AccountId }) })]);
const AChannel = v.union([v.object({ id: ChannelId }), v.object({ channel: v.object({ id: ChannelId }) })]);

export function createThingsChanged(parts: {
  readonly accounts: Pick<AccountService, 'find'>;
  readonly channels: Pick<ChannelService, 'find'>;
  readonly organisation: Pick<OrganisationService, 'get'>;
  readonly twoStep: Pick<TwoStep, 'state'>;
  readonly groups: Pick<GroupDirectory, 'tree'>;
  readonly rights: Pick<Handlers<AdminContract, AdminContext>, 'rights.get'>;
}): ThingsChanged {
  const { accounts, channels, organisation, twoStep, groups, rights } = parts;

  const accountThing = async (id: AccountId): Promise<Thing | undefined> => {
    const account = await accounts.find(id);
    return account === undefined ? undefined : { fields: account, name: `${account.fullName} (${account.userId})` };
  };
  const account: ReadThing = async (message) => {
    const { success, output } = v.safeParse(AnAccount, message);
    return success ? accountThing('id' in output ? output.id : output.account.id) : undefined;
  };
  const self: ReadThing = (_message, context) => accountThing(context.account.id);
  const channel: ReadThing = async (message) => {
    const { success, output } = v.safeParse(AChannel, message);
    const found = success ? await channels.find('id' in output ? output.id : output.channel.id) : undefined;
    return found === undefined ? undefined : { fields: found, name: found.name };
  };
  const secondStep: ReadThing = async (message) => {
    const { success, output } = v.safeParse(v.object({ id: AccountId }), message);
    const found = success ? await accounts.find(output.id) : undefined;
    if (found === undefined) return undefined;
    const { since, isRequiredHere } = await twoStep.state(found);
    const fields = { secondStep: since === null ? 'off' : 'on', required: isRequiredHere ? 'yes' : 'by role' };
    return { fields, name: `${found.fullName} (${found.userId})` };
  };

  /** Whose rights they are, as far as there is such a one. */
  async function nameOf(subject: RightSubject): Promise<string | undefined> {
    switch (subject.kind) {
      case 'role':
        return subject.role;
      case 'group':
        return groupOf(await groups.tree(), subject.group)?.name;
      case 'account':
        return (await accountThing(subject.account))?.name;
      default:
        return subject satisfies never;
    }
  }
  const decided: ReadThing = async (message, context) => {
    const { success, output } = v.safeParse(v.object({ subject: RightSubject }), message);
    const name = success ? await nameOf(output.subject) : undefined;
    if (!success || name === undefined) return undefined;
    const { setting } = await rights['rights.get'](output, context);
    return { fields: setting, name, id: subjectKey(output.subject) };
  };

  /** How much was erased; of whom is what must not stay. */
  const erased: ReadThing = (message) => {
    const { success, output } = v.safeParse(v.object({ erased: Erased }), message);
    return Promise.resolve(success ? { fields: output.erased, name: '' } : undefined);
  };

  return {
    'customers.erase': erased,
    'self.update': self,
    'accounts.create': account,
    'accounts.update': account,
    'accounts.setPassword': account,
    'accounts.setDisabled': account,
    'accounts.setPicture': account,
    'accounts.requireTwoStep': secondStep,
    'accounts.resetTwoStep': secondStep,
    'accounts.setCapacity': account,
    'rights.set': decided,
    'channels.create': channel,
    'channels.update': channel,
    'channels.changeMembers': channel,
    'channels.setReserving': channel,
    'channels.remove': channel,
    'organisation.update': async () => {
      const fields = await organisation.get();
      return { fields, name: fields.name };
    },
  };
}
