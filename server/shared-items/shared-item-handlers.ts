/** Shared items in the web panel, and what reps are given of them. */
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { SharedItem } from '../../shared/contract/shared-item.ts';
import type { AdminContext } from '../admin/admin-context.ts';
import type { RepContext } from '../edge/links.ts';
import type { SharedItems } from './shared-item-service.ts';

type Handled = 'shared.list' | 'shared.add' | 'shared.change' | 'shared.move' | 'shared.remove';

/** `tellReps` shows every rep what is shared now. */
export function adminSharedItemHandlers(
  shared: SharedItems,
  tellReps: (items: SharedItem[]) => void,
): Pick<Handlers<AdminContract, AdminContext>, Handled> {
  const told = async (change: Promise<SharedItem[]>) => {
    const items = await change;
    tellReps(items);
    return { items };
  };
  return {
    'shared.list': async () => ({ items: await shared.list() }),
    'shared.add': ({ parent, item }) => told(shared.add(parent, item)),
    'shared.change': ({ id, item }) => told(shared.change(id, item)),
    'shared.move': ({ id, ...to }) => told(shared.move(id, to)),
    'shared.remove': ({ id }) => told(shared.remove(id)),
  };
}

export function repSharedItemHandlers(shared: SharedItems): Pick<Handlers<RepContract, RepContext>, 'shared.list'> {
  return { 'shared.list': async () => ({ items: await shared.list() }) };
}
