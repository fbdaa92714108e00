import { CalendarClock, History, House, Inbox, Settings, Users, Zap } from 'lucide';
import type { IconNode } from '../../../shared/ui/icon.tsx';
import { NavRow } from '../../../shared/ui/nav-row.tsx';
import { texts } from '../../texts/en.ts';
import { useView } from '../../view/view-context.ts';
import { usePanel } from '../panel-context.ts';
import type { Room } from '../../port/kept-panel.ts';

const icons: Record<Room, IconNode> = {
  home: House,
  requests: Inbox,
  reservations: CalendarClock,
  shortcuts: Zap,
  history: History,
  team: Users,
  settings: Settings,
};

/** The rooms of Home. */
export function RoomsRow({ room }: { room: Room }) {
  const { desk } = useView();
  const panel = usePanel();
  const counts: Partial<Record<Room, number>> = {
    requests: desk.waiting.value.length,
    reservations: desk.reservations.value.filter(({ gone }) => gone === null).length,
  };
  return (
    <NavRow
      items={panel.rooms.value.map((key, place) => ({
        key,
        label: texts.rooms[key],
        icon: icons[key],
        count: counts[key],
        keyHint: key === 'home' ? 'Alt 0' : `Alt Shift ${place + 1}`,
        atEnd: key === 'settings',
      }))}
      value={room}
      onValue={panel.goTo}
    />
  );
}
