import { AppWindow, ExternalLink, File, Folder, Globe, MessageSquarePlus, MessageSquareText } from 'lucide';
import { treeRows } from '../../../shared/contract/item-tree.ts';
import type { SharedItem } from '../../../shared/contract/shared-item.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { byteSize } from '../../../shared/ui/byte-size.ts';
import { Icon } from '../../../shared/ui/icon.tsx';
import type { IconNode } from '../../../shared/ui/icon.tsx';
import { List, ListRow } from '../../../shared/ui/list-row.tsx';
import { Menu } from '../../../shared/ui/menu.tsx';
import { OutsideText } from '../../../shared/ui/outside-text.tsx';
import { safeName, safeText } from '../../../shared/ui/safe-text.ts';
import { insertOf } from '../../session/slash-menu.ts';
import type { SlashOffer } from '../../session/slash-menu.ts';
import { shortcutTexts as words } from '../../texts/shortcuts-en.ts';
import { useView } from '../../view/view-context.ts';
import { usePanel } from '../panel-context.ts';
import './shortcuts-room.css';

const icons: Record<SharedItem['kind'], IconNode> = {
  folder: Folder,
  favorite: Globe,
  program: AppWindow,
  reply: MessageSquareText,
  file: File,
};

/** What the organisation shares with its reps, in its folders. */
export function ShortcutsRoom() {
  const { desk } = useView();
  const items = desk.shared.value;
  if (items.length === 0) return <EmptyState text={words.empty} />;
  return (
    <>
      <p class="ext-shortcuts-hint">{words.hint}</p>
      <List label={words.room}>
        {treeRows(items).map(({ item, depth }) => (
          <ListRow
            key={item.id}
            start={
              <span class={`ext-shortcut-start ext-shortcut-depth-${depth}`}>
                <Icon icon={icons[item.kind]} label={words.kinds[item.kind]} />
              </span>
            }
            title={<OutsideText text={item.name} />}
            detail={item.kind === 'folder' ? undefined : <Detail item={item} />}
            actionStays
            action={<Orders item={item} />}
          />
        ))}
      </List>
    </>
  );
}

function Detail({ item }: { item: Exclude<SharedItem, { kind: 'folder' }> }) {
  switch (item.kind) {
    case 'favorite':
      return (
        <span class="ext-shortcut-address" title={safeText(item.address)}>
          <OutsideText text={item.address} />
        </span>
      );
    case 'program':
      return <OutsideText text={words.program(item.path, item.arguments)} />;
    case 'reply':
      return (
        <span title={safeText(item.text)}>
          <OutsideText text={`/${item.word} · ${item.text}`} />
        </span>
      );
    case 'file':
      return <>{words.file(byteSize(item.bytes), item.sha256.slice(0, 12))}</>;
    default:
      return item satisfies never;
  }
}

/** Only what can be done now: addresses are opened, addresses and replies go into the chat of somebody who is there. */
function Orders({ item }: { item: SharedItem }) {
  if (item.kind !== 'favorite' && item.kind !== 'reply') return null;
  return (
    <span class="ext-shortcut-orders">
      <PasteMenu offer={item} />
      {item.kind === 'favorite' && (
        <a
          class="rh-icon-button"
          href={item.address}
          target="_blank"
          rel="noreferrer"
          title={words.open(safeName(item.name))}
          aria-label={words.open(safeName(item.name))}
        >
          <Icon icon={ExternalLink} />
        </a>
      )}
    </span>
  );
}

/** Fills the composer of a session that the rep chooses; what is sent is the rep's own doing. */
function PasteMenu({ offer }: { offer: SlashOffer }) {
  const { desk } = useView();
  const panel = usePanel();
  const live = desk.sessions.value.filter(({ head }) => head.state === 'live');
  if (live.length === 0) return null;
  const rep = desk.desk.value?.account.displayName ?? '';
  return (
    <Menu
      label={words.paste(safeName(offer.name))}
      icon={MessageSquarePlus}
      items={live.map(({ head }) => ({ key: head.id, label: words.pasteHere(safeName(head.customer.name)) }))}
      onSelect={(session) => {
        const head = live.find((open) => open.head.id === session)?.head;
        if (head === undefined) return;
        const before = panel.drafts.of(session);
        const inserted = insertOf(offer, { customer: head.customer.name, rep });
        panel.drafts.set(session, before.trim() === '' ? inserted : `${before.trimEnd()} ${inserted}`);
        panel.goToSession(session);
      }}
    />
  );
}
