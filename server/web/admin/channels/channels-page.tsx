import { Plus } from 'lucide';
import type { Channel } from '../../../../shared/contract/channel.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { EmptyState } from '../../../../shared/ui/empty-state.tsx';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import { Table } from '../../../../shared/ui/table.tsx';
import type { TableColumn } from '../../../../shared/ui/table.tsx';
import { texts } from '../../texts/admin-en.ts';
import { LoadState } from '../frame/load-state.tsx';
import { PageLink } from '../frame/page-link.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { useLoaded } from '../frame/use-loaded.ts';
import { useFresh } from '../frame/use-fresh.ts';
import { ChannelStatusMark } from './channel-status.tsx';

/** All support channels, how they stand and who waits. */
export function ChannelsPage() {
  const { model, router } = usePanel();
  const asked = useLoaded(() => model.server.call('channels.list', {}), 'channels');
  const { loaded, reload } = asked;
  useFresh(asked);
  const { columns } = texts.channels;
  const described: TableColumn<Channel>[] = [
    {
      key: 'name',
      head: columns.name,
      isName: true,
      cell: (channel) => (
        <>
          <PageLink href={paths.channel(channel.id)} onOpen={router.go}>
            <OutsideText text={channel.name} />
          </PageLink>
          <span class="admin-second">
            <OutsideText text={channel.description} />
          </span>
        </>
      ),
    },
    { key: 'status', head: columns.status, cell: ({ status }) => <ChannelStatusMark status={status} /> },
    { key: 'waiting', head: columns.waiting, align: 'end', cell: ({ waiting }) => waiting },
    { key: 'members', head: columns.members, align: 'end', cell: ({ members }) => members.length },
    { key: 'available', head: texts.channels.available, align: 'end', cell: ({ now }) => now.settings.availableQueue },
    { key: 'busy', head: texts.channels.busy, align: 'end', cell: ({ now }) => now.settings.busyQueue },
  ];
  return (
    <PanelPage
      section={paths.channels}
      title={texts.channels.title}
      actions={
        <Button kind="primary" size="main" icon={Plus} onClick={() => router.go(paths.newChannel)}>
          {texts.channels.add}
        </Button>
      }
    >
      <LoadState loaded={loaded} onRetry={reload} />
      {loaded.at === 'ready' && (
        <Table
          caption={texts.channels.title}
          columns={described}
          rows={loaded.value.channels}
          rowKey={(channel) => channel.id}
          empty={<EmptyState text={texts.channels.empty} />}
        />
      )}
    </PanelPage>
  );
}
