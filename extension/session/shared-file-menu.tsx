import { FolderUp } from 'lucide';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { pathTo, treeRows } from '../../shared/contract/item-tree.ts';
import { byteSize } from '../../shared/ui/byte-size.ts';
import { Menu } from '../../shared/ui/menu.tsx';
import { safeName } from '../../shared/ui/safe-text.ts';
import type { Reader } from '../port/view-state.ts';
import { fileTexts } from '../texts/files-en.ts';
import { newClientId } from '../view/new-client-id.ts';
import { useView } from '../view/view-context.ts';

/** The organisation's own files: one press gives the customer one of them. Nothing is drawn while there are none. */
export function SharedFileMenu({ session, audience }: { session: SessionId; audience: Reader }) {
  const { desk, orders } = useView();
  const items = desk.shared.value;
  const files = treeRows(items).flatMap(({ item }) => (item.kind === 'file' ? [item] : []));
  if (files.length === 0) return null;
  return (
    <Menu
      label={fileTexts.shared}
      icon={FolderUp}
      keyHint="Alt D"
      items={files.map(({ id, bytes }) => ({
        key: id,
        label: pathTo(items, id)
          .map(({ name }) => safeName(name, 40))
          .join(' / '),
        keyHint: byteSize(bytes),
      }))}
      onSelect={(item) => void orders.give('files.share', { session, clientId: newClientId(), item, audience })}
    />
  );
}
