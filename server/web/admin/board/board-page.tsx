import { useState } from 'preact/hooks';
import type { BoardChannel, BoardRequest } from '../../../../shared/contract/live-board.ts';
import { EmptyState } from '../../../../shared/ui/empty-state.tsx';
import { clockTime, duration } from '../../../../shared/ui/format-time.ts';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import { Section } from '../../../../shared/ui/section.tsx';
import { Table } from '../../../../shared/ui/table.tsx';
import type { TableColumn } from '../../../../shared/ui/table.tsx';
import { Tag } from '../../../../shared/ui/tag.tsx';
import { texts } from '../../texts/admin-en.ts';
import { ChannelStatusMark } from '../channels/channel-status.tsx';
import { LoadState } from '../frame/load-state.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { useFresh } from '../frame/use-fresh.ts';
import { useLoaded } from '../frame/use-loaded.ts';
import { BoardFigures } from './board-figures.tsx';
import { BoardReps } from './board-reps.tsx';
import { useNow } from './use-now.ts';
import './board.css';

const EVERY_MS = 5000;
/** Who has waited longer stands out. */
const LONG_WAIT_MS = 5 * 60_000;

/** Who waits, who is with whom, who is there: now, while one looks. */
export function BoardPage() {
  const { model } = usePanel();
  const [offset, setOffset] = useState(0);
  const asked = useLoaded(async () => {
    const { board } = await model.server.call('board.look', {});
    // Lengths are told by the server's clock; the computer's own may be wrong by hours.
    setOffset(board.at - Date.now());
    return board;
  }, 'board');
  const { loaded, reload } = asked;
  useFresh(asked, EVERY_MS);
  const now = useNow() + offset;
  const words = texts.board;
  const board = loaded.at === 'ready' ? loaded.value : undefined;
  return (
    <PanelPage
      section={paths.board}
      title={words.title}
      titleEnd={board !== undefined && <Tag kind="quiet">{clockTime(board.at)}</Tag>}
      pane={board !== undefined ? <BoardReps reps={board.reps} now={now} /> : undefined}
    >
      <LoadState loaded={loaded} onRetry={reload} />
      {board !== undefined && (
        <>
          <BoardFigures board={board} now={now} />
          <Section title={words.channels} flush>
            <Channels channels={board.channels} now={now} />
          </Section>
          <Section title={words.waiting} aside={words.order} flush>
            <Waiting waiting={board.waiting} now={now} />
          </Section>
          <p class="admin-part rh-faint">{words.pausedWhenHidden}</p>
        </>
      )}
    </PanelPage>
  );
}

function Channels({ channels, now }: { channels: readonly BoardChannel[]; now: number }) {
  const { columns, figures, noChannels, channels: caption } = texts.board;
  const described: TableColumn<BoardChannel>[] = [
    { key: 'channel', head: columns.channel, isName: true, cell: ({ name }) => <OutsideText text={name} /> },
    { key: 'status', head: columns.status, cell: ({ status }) => <ChannelStatusMark status={status} /> },
    { key: 'waiting', head: columns.waiting, align: 'end', cell: ({ waiting }) => waiting },
    {
      key: 'longest',
      head: columns.longest,
      align: 'end',
      cell: ({ longestSince }) => (longestSince === null ? figures.none : <Wait since={longestSince} now={now} />),
    },
    { key: 'in', head: columns.inSession, align: 'end', cell: ({ inSession }) => inSession },
    { key: 'there', head: columns.repsThere, align: 'end', cell: ({ repsThere }) => repsThere },
  ];
  return (
    <Table
      caption={caption}
      columns={described}
      rows={channels}
      rowKey={({ id }) => id}
      empty={<EmptyState text={noChannels} />}
    />
  );
}

function Waiting({ waiting, now }: { waiting: readonly BoardRequest[]; now: number }) {
  const { columns, nobodyWaits, waiting: caption } = texts.board;
  const described: TableColumn<BoardRequest>[] = [
    { key: 'customer', head: columns.customer, isName: true, cell: ({ name }) => <OutsideText text={name} /> },
    { key: 'reason', head: columns.reason, cell: ({ reason }) => <OutsideText text={reason} /> },
    { key: 'channel', head: columns.channel, cell: ({ channelName }) => <OutsideText text={channelName} /> },
    { key: 'waits', head: columns.waits, align: 'end', cell: ({ since }) => <Wait since={since} now={now} /> },
  ];
  return (
    <Table
      caption={caption}
      columns={described}
      rows={waiting}
      rowKey={({ id }) => id}
      empty={<EmptyState text={nobodyWaits} />}
    />
  );
}

function Wait({ since, now }: { since: number; now: number }) {
  return (
    <span class={now - since > LONG_WAIT_MS ? 'board-wait board-wait-long' : 'board-wait'}>
      {duration(now - since)}
    </span>
  );
}
