import type { Handlers } from '../../shared/contract/contract.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import { SharedItemId } from '../../shared/contract/shared-item.ts';
import type { SharedItem } from '../../shared/contract/shared-item.ts';
import type { RevisedLists } from '../documents/revised-list-model.ts';
import type { Links, RepContext } from '../edge/links.ts';
import { newId } from '../secrets/random.ts';
import { withChangedItem, withItem, withMovedItem, withoutItem } from './shared-item-rules.ts';

type Handled = 'shortcuts.list' | 'shortcuts.add' | 'shortcuts.change' | 'shortcuts.move' | 'shortcuts.remove';
type Rule = (items: readonly SharedItem[]) => SharedItem[];

/** A rep's own shortcuts, under the rules of the shared ones. Every panel of the account shows each change. */
export function ownItemHandlers(
  lists: RevisedLists<SharedItem>,
  links: Pick<Links, 'toAccount'>,
): Pick<Handlers<RepContract, RepContext>, Handled> {
  const change = async ({ account }: RepContext, rule: Rule) => {
    const items = await lists.change(account.id, rule);
    links.toAccount(account.id, { type: 'shortcuts.changed', items });
    return { items };
  };
  return {
    'shortcuts.list': async (_nothing, { account }) => ({ items: await lists.read(account.id) }),
    'shortcuts.add': ({ parent, item }, context) => {
      const fresh: SharedItem = { ...item, id: newId(SharedItemId), parent };
      return change(context, (items) => withItem(items, fresh));
    },
    'shortcuts.change': ({ id, item }, context) => change(context, (items) => withChangedItem(items, id, item)),
    'shortcuts.move': ({ id, ...to }, context) => change(context, (items) => withMovedItem(items, id, to)),
    'shortcuts.remove': ({ id }, context) => change(context, (items) => withoutItem(items, id).left),
  };
}
