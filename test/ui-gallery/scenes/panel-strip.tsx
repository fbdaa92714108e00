import { CalendarClock, History, House, Inbox, Settings, Star, Users } from 'lucide';
import { useState } from 'preact/hooks';
import { Menu } from '../../../shared/ui/menu.tsx';
import { NavRow } from '../../../shared/ui/nav-row.tsx';
import { SessionTabs } from '../../../shared/ui/session-tabs.tsx';
import type { SessionTab } from '../../../shared/ui/session-tabs.tsx';
import { Status, StatusShape } from '../../../shared/ui/status.tsx';

const sessions: SessionTab[] = [
  { id: 'marta', name: 'Marta K.', detail: '11:05 left', status: { kind: 'controlling', word: 'controlling' } },
  { id: 'ruben', name: 'Ruben A.', detail: '0:40', status: { kind: 'chat', word: 'chat only' }, unread: 2 },
  { id: 'code', name: 'Dorothea Lindqvist', detail: 'code 8:12', status: { kind: 'code', word: 'waiting for a code' } },
];

export function Strip({ current }: { current: string }) {
  const [open, setOpen] = useState(current);
  return (
    <SessionTabs sessions={sessions} current={open} onSelect={setOpen} waiting={4}>
      <Menu
        label="Presence: Busy"
        onSelect={() => {}}
        items={[
          { key: 'online', label: 'Online', mark: <StatusShape kind="online" />, checked: true },
          { key: 'away', label: 'Away', mark: <StatusShape kind="away" />, checked: false },
          { key: 'offline', label: 'Log out', mark: <StatusShape kind="offline" />, checked: false, apart: true },
        ]}
      >
        <Status kind="busy" word="Busy" />
      </Menu>
    </SessionTabs>
  );
}

export function Rooms({ current }: { current: 'home' | 'requests' }) {
  const [room, setRoom] = useState<string>(current);
  return (
    <NavRow
      value={room}
      onValue={setRoom}
      items={[
        { key: 'home', label: 'Home', icon: House, keyHint: 'Alt 0' },
        { key: 'requests', label: 'Requests', icon: Inbox, count: 4 },
        { key: 'reservations', label: 'Reservations', icon: CalendarClock, count: 2 },
        { key: 'shortcuts', label: 'Shortcuts', icon: Star },
        { key: 'history', label: 'History', icon: History },
        { key: 'team', label: 'Team', icon: Users },
        { key: 'settings', label: 'Settings', icon: Settings, atEnd: true },
      ]}
    />
  );
}
