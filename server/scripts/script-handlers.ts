/** Who gets which part of the organisation's scripts. */
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { HostContract } from '../../shared/contract/host-contract.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { AdminContext } from '../admin/admin-context.ts';
import type { Clock } from '../config/clock.ts';
import type { HostContext, RepContext } from '../edge/links.ts';
import type { Hosts } from '../host-link/host-service.ts';
import type { Rights } from '../rights/right-service.ts';
import { isGranted } from '../sessions/project-session.ts';
import type { Scripts } from './script-service.ts';

type AdminHandled = 'scripts.list' | 'scripts.read' | 'scripts.add' | 'scripts.change' | 'scripts.remove';

export function adminScriptHandlers(scripts: Scripts): Pick<Handlers<AdminContract, AdminContext>, AdminHandled> {
  return {
    'scripts.list': async () => ({ scripts: await scripts.list() }),
    'scripts.read': async ({ id }) => ({ script: await scripts.read(id) }),
    'scripts.add': async ({ item }) => ({ scripts: await scripts.add(item) }),
    'scripts.change': async ({ id, revision, item }) => ({ scripts: await scripts.change(id, revision, item) }),
    'scripts.remove': async ({ id }) => ({ scripts: await scripts.remove(id) }),
  };
}

/** Whoever may use no actions learns nothing of the scripts either. */
export function repScriptHandlers(
  scripts: Scripts,
  rights: Pick<Rights, 'require'>,
): Pick<Handlers<RepContract, RepContext>, 'scripts.list' | 'scripts.read'> {
  return {
    async 'scripts.list'(_nothing, { account }) {
      await rights.require(account, ['actions']);
      return { scripts: await scripts.list() };
    },
    async 'scripts.read'({ id }, { account }) {
      await rights.require(account, ['actions']);
      return { script: await scripts.read(id) };
    },
  };
}

/** A host gets a script while its customer has allowed actions, and only the revision that the rep has read. */
export function hostScriptHandlers(
  scripts: Scripts,
  { hosts, clock }: { readonly hosts: Pick<Hosts, 'sessionOf'>; readonly clock: Clock },
): Pick<Handlers<HostContract, HostContext>, 'script.get'> {
  return {
    async 'script.get'({ session, id, revision }, context) {
      const { projection } = await hosts.sessionOf(context, session);
      if (!isGranted(projection, 'actions', clock.now())) throw new AppError('not-allowed');
      const script = await scripts.read(id);
      if (script.revision === revision) return { script };
      throw new AppError('already-taken', { text: 'This script was changed meanwhile. Read it again, then run it.' });
    },
  };
}
