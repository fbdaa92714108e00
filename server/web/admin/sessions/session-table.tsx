import type { ComponentChildren } from 'preact';
import type { RecordedSession } from '../../../../shared/contract/session-records.ts';
import { duration } from '../../../../shared/ui/format-time.ts';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import { Table } from '../../../../shared/ui/table.tsx';
import type { TableColumn } from '../../../../shared/ui/table.tsx';
import { Tag } from '../../../../shared/ui/tag.tsx';
import { texts } from '../../texts/admin-en.ts';
import { endReasons } from '../../texts/admin-log-en.ts';
import { PageLink } from '../frame/page-link.tsx';
import { paths } from '../frame/paths.ts';
import { useTimes } from '../frame/zone-times.ts';

type SessionTableProps = {
  sessions: readonly RecordedSession[];
  newestFirst: boolean;
  onOrder: (newestFirst: boolean) => void;
  onOpen: (path: string) => void;
  empty: ComponentChildren;
};

type Column = 'customer' | 'channel' | 'reason' | 'rep' | 'state' | 'began' | 'length';

/** One row a session; the customer's name leads to its log. */
export function SessionTable({ sessions, newestFirst, onOrder, onOpen, empty }: SessionTableProps) {
  const words = texts.sessions;
  const { columns } = words;
  const times = useTimes();
  const described: TableColumn<RecordedSession, Column>[] = [
    {
      key: 'customer',
      head: columns.customer,
      isName: true,
      cell: ({ id, customer }) => (
        <PageLink href={paths.session(id)} onOpen={onOpen}>
          {customer === '' ? words.nobody : <OutsideText text={customer} />}
        </PageLink>
      ),
    },
    {
      key: 'reason',
      head: columns.reason,
      cell: ({ reason, incident }) => <OutsideText text={[incident, reason].filter(Boolean).join(': ')} />,
    },
    {
      key: 'channel',
      head: columns.channel,
      cell: ({ channelName }) =>
        channelName === '' ? <span class="rh-faint">{words.byCode}</span> : <OutsideText text={channelName} />,
    },
    { key: 'rep', head: columns.rep, cell: ({ rep }) => <OutsideText text={rep} /> },
    { key: 'state', head: columns.state, cell: (session) => <State session={session} /> },
    {
      key: 'began',
      head: columns.began,
      align: 'end',
      sortable: true,
      cell: ({ startedAt }) => (
        <span class="stat-moment">
          {times.shortDay(startedAt)} <b>{times.clock(startedAt)}</b>
        </span>
      ),
    },
    {
      key: 'length',
      head: columns.length,
      align: 'end',
      cell: ({ startedAt, endedAt }) => (endedAt === null ? words.lasts : duration(endedAt - startedAt)),
    },
  ];
  return (
    <Table
      caption={words.title}
      columns={described}
      rows={sessions}
      rowKey={({ id }) => id}
      sort={{ key: 'began', direction: newestFirst ? 'descending' : 'ascending' }}
      onSort={({ direction }) => onOrder(direction === 'descending')}
      empty={empty}
    />
  );
}

function State({ session: { state, endReason } }: { session: RecordedSession }) {
  const words = texts.sessions;
  if (state === 'live') return <Tag kind="ok">{words.states.live}</Tag>;
  if (endReason === 'feels-wrong') return <Tag kind="danger">{endReasons[endReason]}</Tag>;
  return endReason === null || endReason === 'finished' ? words.states[state] : endReasons[endReason];
}
