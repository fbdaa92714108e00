import { AppWindow, ChevronDown, Copy, ExternalLink, Globe, MessageSquarePlus, Send } from 'lucide';
import type { SessionId } from '../../../shared/contract/identifiers.ts';
import { isLocalPath } from '../../../shared/contract/launch.ts';
import type { SharedItem } from '../../../shared/contract/shared-item.ts';
import type { SessionHead } from '../../../shared/contract/session.ts';
import { Icon } from '../../../shared/ui/icon.tsx';
import { IconButton } from '../../../shared/ui/icon-button.tsx';
import { Menu } from '../../../shared/ui/menu.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { commandLine, insertOf } from '../../session/slash-menu.ts';
import type { Insertable } from '../../session/slash-menu.ts';
import { suggestPage } from '../../session/suggest-page.ts';
import { deniedWords } from '../../session/denied-tool.ts';
import { askToLaunch, hasHost } from '../../session/launch.ts';
import type { Launchable } from '../../session/launch.ts';
import { fileTexts } from '../../texts/files-en.ts';
import { shortcutTexts as words } from '../../texts/shortcuts-en.ts';
import { newClientId } from '../../view/new-client-id.ts';
import { firstName } from '../../view/first-name.ts';
import type { Orders } from '../../view/orders.ts';
import { useView } from '../../view/view-context.ts';
import { copyWith } from '../../ways-in/copy-with.ts';
import { usePanel } from '../panel-context.ts';

/** What can be done with a shortcut now: put into a chat, suggested to a customer, opened, copied. */
export function UseOrders({ item }: { item: SharedItem }) {
  const { orders } = useView();
  if (item.kind === 'folder') return null;
  if (item.kind === 'file') return <SendFile item={item} />;
  const name = safeName(item.name);
  return (
    <>
      <UseMenu item={item} />
      {(item.kind === 'program' || item.kind === 'directory') && (
        <IconButton icon={Copy} label={words.copy(name)} onClick={() => copyWith(orders.tell)(commandLine(item))} />
      )}
      {item.kind === 'favorite' && (
        <a
          class="rh-icon-button"
          href={item.address}
          target="_blank"
          rel="noreferrer"
          title={words.open(name)}
          aria-label={words.open(name)}
        >
          <Icon icon={ExternalLink} />
        </a>
      )}
    </>
  );
}

/** Gives a file to the customer of the session that was looked at last, with one press; or to another one whom the rep chooses. */
function SendFile({ item }: { item: Extract<SharedItem, { kind: 'file' }> }) {
  const { desk, orders } = useView();
  const panel = usePanel();
  const live = desk.sessions.value.filter(({ head }) => head.state === 'live').map(({ head }) => head);
  const first = live.find(({ id }) => id === panel.lastSession.value) ?? (live.length === 1 ? live[0] : undefined);
  const others = live.filter((head) => head !== first);
  if (live.length === 0 || deniedWords(desk.desk.value?.rights, 'chat') !== undefined) return null;
  const send = (session: SessionId) => {
    panel.goToSession(session);
    void orders.give('files.share', { session, clientId: newClientId(), item: item.id });
  };
  const name = safeName(item.name);
  return (
    <>
      {first !== undefined && (
        <IconButton
          icon={Send}
          label={fileTexts.sendNow(name, firstName(first.customer.name))}
          onClick={() => send(first.id)}
        />
      )}
      {others.length > 0 && (
        <Menu
          label={fileTexts.send(name)}
          icon={ChevronDown}
          items={others.map(({ id, customer }) => ({ key: id, label: fileTexts.sendTo(safeName(customer.name)) }))}
          onSelect={send}
        />
      )}
    </>
  );
}

/** Opens something on the customer's computer, where that asks first; without the program there is nobody who could ask. */
function launchOrder(item: Launchable, head: SessionHead, orders: Orders) {
  const whyNot = hasHost(head) ? (isLocalPath(item.path) ? undefined : words.noLocalPath) : words.noComputer;
  return {
    key: `launch ${head.id}`,
    label: words.launchOn[item.kind](firstName(head.customer.name)),
    keyHint: whyNot,
    icon: AppWindow,
    disabled: whyNot !== undefined,
    run: () => void askToLaunch(orders, head, item),
  };
}

/** For a session that the rep chooses: into its composer, where Send is the rep's own doing, or as a question to the customer. */
function UseMenu({ item }: { item: Insertable }) {
  const view = useView();
  const panel = usePanel();
  const { desk } = view;
  const live = desk.sessions.value.filter(({ head }) => head.state === 'live').map(({ head }) => head);
  if (live.length === 0) return null;
  const rep = desk.desk.value?.account.displayName ?? '';
  const paste = (head: SessionHead) => {
    panel.drafts.add(head.id, insertOf(item, { customer: head.customer.name, rep, channel: head.channelName }));
    panel.goToSession(head.id);
  };
  const uses = live.flatMap((head) => {
    const customer = safeName(head.customer.name);
    return [
      { key: `paste ${head.id}`, label: words.pasteHere(customer), icon: MessageSquarePlus, run: () => paste(head) },
      ...(item.kind === 'favorite'
        ? [
            {
              key: `suggest ${head.id}`,
              label: words.suggestTo(firstName(head.customer.name)),
              icon: Globe,
              run: () => void suggestPage(view.orders, head, item.address),
            },
          ]
        : []),
      ...(item.kind === 'program' || item.kind === 'directory' ? [launchOrder(item, head, view.orders)] : []),
    ];
  });
  return (
    <Menu
      label={words.use(safeName(item.name))}
      icon={MessageSquarePlus}
      items={uses}
      onSelect={(key) => uses.find((use) => use.key === key)?.run()}
    />
  );
}
