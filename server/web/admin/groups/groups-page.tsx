import { Ellipsis, Plus } from 'lucide';
import { useState } from 'preact/hooks';
import type { CountedGroup } from '../../../../shared/contract/group-operations.ts';
import { inTreeOrder } from '../../../../shared/contract/group-tree.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { EmptyState } from '../../../../shared/ui/empty-state.tsx';
import { Menu } from '../../../../shared/ui/menu.tsx';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { Table } from '../../../../shared/ui/table.tsx';
import type { TableColumn } from '../../../../shared/ui/table.tsx';
import { groupTexts as texts } from '../../texts/admin-groups-en.ts';
import { LoadState } from '../frame/load-state.tsx';
import { PageLink } from '../frame/page-link.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { useLoaded } from '../frame/use-loaded.ts';
import { CreateGroupDialog, MoveGroupDialog, RemoveGroupDialog, RenameGroupDialog } from './group-dialogs.tsx';
import type { GroupOrder } from './group-dialogs.tsx';
import './groups.css';

const orders = [
  { key: 'below', label: texts.addBelow },
  { key: 'rename', label: texts.rename },
  { key: 'move', label: texts.move },
  { key: 'remove', label: texts.remove, danger: true, apart: true },
] as const;

/** The tree of groups, and everything that can be done to it. */
export function GroupsPage() {
  const { model, router } = usePanel();
  const [order, setOrder] = useState<GroupOrder>();
  const { loaded, reload, replace } = useLoaded(() => model.server.call('groups.list', {}), 'groups');
  const tree = loaded.at === 'ready' ? loaded.value.groups : [];
  const columns: TableColumn<CountedGroup & { depth: number }>[] = [
    {
      key: 'name',
      head: texts.columns.name,
      isName: true,
      cell: ({ name, depth }) => (
        <span class="admin-group" style={{ '--depth': depth }}>
          <OutsideText text={name} />
        </span>
      ),
    },
    {
      key: 'accounts',
      head: texts.columns.accounts,
      align: 'end',
      cell: ({ id, accounts }) => (
        <PageLink href={`${paths.accounts}?group=${id}`} onOpen={router.go}>
          {texts.accounts(accounts)}
        </PageLink>
      ),
    },
  ];
  const rows = inTreeOrder(tree).map(({ depth, id }) => ({ depth, ...counted(tree, id) }));
  return (
    <PanelPage
      section={paths.groups}
      title={texts.title}
      actions={
        <Button kind="primary" size="main" icon={Plus} onClick={() => setOrder({ kind: 'create', parent: null })}>
          {texts.add}
        </Button>
      }
    >
      <LoadState loaded={loaded} onRetry={reload} />
      {loaded.at === 'ready' && (
        <>
          <p class="admin-part rh-soft">{texts.lead}</p>
          <Table
            caption={texts.title}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            empty={<EmptyState text={texts.empty} />}
            actionHead={texts.columns.name}
            rowAction={(group) => (
              <Menu
                label={texts.orders(safeName(group.name))}
                icon={Ellipsis}
                items={orders}
                onSelect={(kind) => setOrder(kind === 'below' ? { kind: 'create', parent: group.id } : { kind, group })}
              />
            )}
          />
        </>
      )}
      {order !== undefined && <OrderDialog {...{ tree, order, replace }} onClose={() => setOrder(undefined)} />}
    </PanelPage>
  );
}

type OrderDialogProps = {
  tree: readonly CountedGroup[];
  order: GroupOrder;
  replace: (all: { groups: CountedGroup[] }) => void;
  onClose: () => void;
};

function OrderDialog({ tree, order, replace, onClose }: OrderDialogProps) {
  const { model } = usePanel();
  const { server } = model;
  /** Every change answers with all groups. */
  const take = async (change: Promise<{ groups: CountedGroup[] }>, words: string) => {
    replace(await change);
    model.say(words);
  };
  if (order.kind === 'create') {
    return (
      <CreateGroupDialog
        {...{ tree, order, onClose }}
        onCreate={(name, parent) => take(server.call('groups.create', { name, parent }), texts.created(safeName(name)))}
      />
    );
  }
  const { id } = order.group;
  switch (order.kind) {
    case 'rename':
      return (
        <RenameGroupDialog
          {...{ tree, order, onClose }}
          onRename={(name) => take(server.call('groups.rename', { id, name }), texts.renamed)}
        />
      );
    case 'move':
      return (
        <MoveGroupDialog
          {...{ tree, order, onClose }}
          onMove={(parent) => take(server.call('groups.move', { id, parent }), texts.moved)}
        />
      );
    case 'remove':
      return (
        <RemoveGroupDialog
          {...{ tree, order, onClose }}
          onRemove={(moveTo) => take(server.call('groups.remove', { id, moveTo }), texts.removed)}
        />
      );
    default:
      return order satisfies never;
  }
}

function counted(tree: readonly CountedGroup[], id: CountedGroup['id']): CountedGroup {
  const group = tree.find((one) => one.id === id);
  if (group === undefined) throw new Error('A group of the tree is not in the tree.');
  return group;
}
