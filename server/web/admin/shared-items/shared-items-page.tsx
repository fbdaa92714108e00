import { useRef, useState } from 'preact/hooks';
import * as v from 'valibot';
import { branchOf } from '../../../../shared/contract/item-tree.ts';
import { draftOf, newDraft } from '../../../../shared/contract/item-draft.ts';
import type { ItemDraft } from '../../../../shared/contract/item-draft.ts';
import { SharedItemId } from '../../../../shared/contract/shared-item.ts';
import type { SharedItem, SharedItemBody } from '../../../../shared/contract/shared-item.ts';
import { Dialog } from '../../../../shared/ui/dialog.tsx';
import { Menu } from '../../../../shared/ui/menu.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { sharedTexts as words } from '../../texts/admin-shared-en.ts';
import { useSending } from '../form/use-sending.ts';
import { LoadState } from '../frame/load-state.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { useLoaded } from '../frame/use-loaded.ts';
import { TreeList } from '../tree/tree-list.tsx';
import { ItemDialog } from './item-dialog.tsx';
import { itemOrders, itemRow, newOrders } from './item-row.tsx';
import type { ItemOrder, NewOrder } from './item-row.tsx';
import { UploadPart } from './upload-part.tsx';
import { useUpload } from './use-upload.ts';
import './shared.css';

/** What the organisation shares with its reps. */
export function SharedItemsPage() {
  const { model } = usePanel();
  const { server } = model;
  const { loaded, reload, replace } = useLoaded(() => server.call('shared.list', {}), 'shared');
  const items = loaded.at === 'ready' ? loaded.value.items : [];
  const [draft, setDraft] = useState<ItemDraft>();
  const [removing, setRemoving] = useState<SharedItem>();
  const sending = useSending();
  const file = useRef<HTMLInputElement>(null);
  const folder = useRef<SharedItemId | null>(null);
  const upload = useUpload((changed) => {
    replace({ items: changed });
    model.say(words.saved);
  });

  const send = (work: () => Promise<{ items: SharedItem[] }>, said: string) =>
    sending.run(async () => {
      replace(await work());
      setDraft(undefined);
      setRemoving(undefined);
      model.say(said);
    });
  const save = ({ id, parent }: ItemDraft, item: SharedItemBody) =>
    send(async () => {
      if (id === undefined) return server.call('shared.add', { parent, item });
      const isMoved = items.find((one) => one.id === id)?.parent !== parent;
      if (isMoved) await server.call('shared.move', { id, parent, before: null });
      return server.call('shared.change', { id, item });
    }, words.saved);
  const make = (order: NewOrder, parent: SharedItemId | null) => {
    if (order !== 'new-file') return setDraft(newDraft(writtenKind(order), parent));
    folder.current = parent;
    file.current?.click();
  };
  const order = (item: SharedItem, what: ItemOrder) => {
    if (what === 'change') return setDraft(draftOf(item));
    if (what === 'remove') return setRemoving(item);
    if (what === 'download') return location.assign(`/shared-files/${item.id}`);
    return make(what, item.id);
  };
  const isAlone = draft === undefined && removing === undefined;

  return (
    <PanelPage
      section={paths.shared}
      title={words.title}
      actions={
        <Menu
          label={words.add}
          kind="primary"
          size="main"
          items={newOrders(false)}
          onSelect={(what) => make(what, null)}
        >
          {words.add}
        </Menu>
      }
    >
      <input
        ref={file}
        hidden
        type="file"
        aria-label={words.news.file}
        onChange={(event) => {
          const field = event.currentTarget;
          const [chosen] = field.files ?? [];
          if (chosen !== undefined) void upload.send(chosen, folder.current);
          field.value = '';
        }}
      />
      <LoadState loaded={loaded} onRetry={reload} />
      <UploadPart state={upload.state} onStop={upload.stop} />
      {loaded.at === 'ready' && (
        <TreeList
          label={words.title}
          lead={words.lead}
          empty={words.empty}
          failure={isAlone ? sending.failure : undefined}
          items={items}
          nameOf={({ name }) => name}
          draw={itemRow}
          orders={itemOrders}
          onOrder={order}
          onStep={({ id, parent }, before) =>
            void send(
              () => server.call('shared.move', { id, parent, before: before && v.parse(SharedItemId, before) }),
              words.saved,
            )
          }
          isBusy={sending.isBusy}
        />
      )}
      {draft !== undefined && (
        <ItemDialog
          first={draft}
          items={items}
          sending={sending}
          onSave={(changed, body) => void save(changed, body)}
          onClose={() => setDraft(undefined)}
        />
      )}
      {removing !== undefined && (
        <Dialog
          title={words.removeTitle(safeName(removing.name))}
          harmless={words.keep}
          onHarmless={() => setRemoving(undefined)}
          act={words.removeNow}
          actKind="danger"
          acting={sending.isBusy}
          actingText={words.removing}
          onAct={() => void send(() => server.call('shared.remove', { id: removing.id }), words.removed)}
        >
          <p>{sending.failure ?? words.removeText(branchOf(items, removing.id).length - 1)}</p>
        </Dialog>
      )}
    </PanelPage>
  );
}

function writtenKind(order: Exclude<NewOrder, 'new-file'>): ItemDraft['kind'] {
  const kinds = {
    'new-folder': 'folder',
    'new-favorite': 'favorite',
    'new-directory': 'directory',
    'new-program': 'program',
    'new-reply': 'reply',
  } as const;
  return kinds[order];
}
