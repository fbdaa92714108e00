import {
  Activity,
  ChartNoAxesColumn,
  MessagesSquare,
  MonitorUp,
  Network,
  Pencil,
  ScrollText,
  Settings,
  User,
} from 'lucide';
import { useState } from 'preact/hooks';
import { AdminShell } from '../../../shared/ui/admin-shell.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Figures } from '../../../shared/ui/figures.tsx';
import { NumberInput } from '../../../shared/ui/number-input.tsx';
import { PersonHead } from '../../../shared/ui/person-head.tsx';
import { Progress } from '../../../shared/ui/progress.tsx';
import { Section } from '../../../shared/ui/section.tsx';
import { Select } from '../../../shared/ui/select.tsx';
import { Status } from '../../../shared/ui/status.tsx';
import type { StatusKind } from '../../../shared/ui/status.tsx';
import { Switch } from '../../../shared/ui/switch.tsx';
import { Table } from '../../../shared/ui/table.tsx';
import type { TableSort } from '../../../shared/ui/table.tsx';
import { Tag } from '../../../shared/ui/tag.tsx';

type Channel = { name: string; kind: StatusKind; word: string; waiting: number; limit: number; longest: string };

const channels: Channel[] = [
  { name: 'Printing and scanning', kind: 'available', word: 'Available', waiting: 0, limit: 6, longest: '–' },
  { name: 'Software', kind: 'busy', word: 'Busy', waiting: 3, limit: 10, longest: '2:48' },
  {
    name: 'Accounts and passwords',
    kind: 'reservation',
    word: 'Reservation Only',
    waiting: 4,
    limit: 4,
    longest: '7:38',
  },
  { name: 'Building permits', kind: 'offline', word: 'Offline', waiting: 0, limit: 2, longest: '–' },
];

export function AdminScene() {
  const [sort, setSort] = useState<TableSort<'name' | 'status' | 'waiting' | 'longest'>>();
  const [capacity, setCapacity] = useState<number | undefined>(3);
  const [countsAway, setCountsAway] = useState(false);
  const [offer, setOffer] = useState('idle');
  return (
    <AdminShell
      product={{ name: 'RemoteHelp' }}
      current="#live"
      title="Live board"
      titleEnd={<Tag>Thursday, 10:14</Tag>}
      actions={<Button icon={MonitorUp}>Wall view</Button>}
      pages={[
        { href: '#live', label: 'Live board', icon: Activity },
        { href: '#sessions', label: 'Sessions', icon: MessagesSquare },
        { href: '#statistics', label: 'Statistics', icon: ChartNoAxesColumn },
        { href: '#accounts', label: 'Accounts', icon: User, group: 'People' },
        { href: '#channels', label: 'Channels', icon: Network, group: 'Support' },
        { href: '#audit', label: 'Audit trail', icon: ScrollText, group: 'System' },
        { href: '#settings', label: 'Settings', icon: Settings, group: 'System' },
      ]}
      account={<PersonHead name="Greta Solheim" detail="Administrator" kind="staff" />}
      pane={<p class="rh-soft">Five reps of this channel are logged in, none of them Away.</p>}
      unsaved={
        <>
          <span>Two changes not saved: Available Queue # 2 → 3, Friday until 14:00</span>
          <Button size="main">Discard</Button>
          <Button size="main" kind="primary" icon={Pencil}>
            Save
          </Button>
        </>
      }
    >
      <Figures
        wide
        figures={[
          { label: 'Waiting', value: '8', note: 'longest 7:38' },
          { label: 'In session', value: '28', note: 'of 34 possible' },
          { label: 'Reps logged in', value: '16', note: '3 away' },
          { label: 'Answered in one minute, today', value: '86 %', note: '112 of 130' },
        ]}
      />
      <Section title="Support channels" flush>
        <Table
          caption="Support channels"
          rows={channels}
          rowKey={(channel) => channel.name}
          sort={sort}
          onSort={setSort}
          actionHead="Actions"
          rowAction={() => <Button>Open</Button>}
          columns={[
            { key: 'name', head: 'Channel', isName: true, sortable: true, cell: (channel) => channel.name },
            {
              key: 'status',
              head: 'Status',
              cell: (channel) => <Status kind={channel.kind} word={channel.word} />,
            },
            {
              key: 'waiting',
              head: 'Waiting, limit',
              align: 'end',
              cell: (channel) => (
                <Progress
                  label={`${channel.name}, waiting`}
                  value={channel.waiting}
                  max={channel.limit}
                  kind={channel.waiting === channel.limit ? 'wait' : 'accent'}
                  text={`${channel.waiting} of ${channel.limit}`}
                />
              ),
            },
            { key: 'longest', head: 'Longest', align: 'end', sortable: true, cell: (channel) => channel.longest },
          ]}
        />
      </Section>
      <Section title="Numbers">
        <div style={{ display: 'grid', gap: '16px', justifyItems: 'start' }}>
          <NumberInput
            label="Available Queue #"
            hint="customers one rep supports at the same time"
            value={capacity}
            onValue={setCapacity}
          />
          <Select
            label="Offer to"
            value={offer}
            onValue={setOffer}
            choices={[
              { value: 'idle', label: 'The rep idle longest' },
              { value: 'round', label: 'Round robin' },
            ]}
          />
          <Switch label="Count Away reps in the queue’s limit" checked={countsAway} onChecked={setCountsAway} />
          <Switch label="Set a rep Away after three missed offers" checked onChecked={() => {}} />
        </div>
      </Section>
    </AdminShell>
  );
}
