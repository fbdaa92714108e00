import { CalendarClock, History, House, Inbox, Settings, Users, Zap } from 'lucide';
import { NavRow } from '../../../shared/ui/nav-row.tsx';
import { texts } from '../../texts/en.ts';
import { useView } from '../../view/view-context.ts';
import { usePanel } from '../panel-context.ts';
import type { Room } from '../../port/kept-panel.ts';

/** The rooms of Home. */
export function RoomsRow({ room }: { room: Room }) {
  const { desk } = useView();
  const panel = usePanel();
  return (
    <NavRow
      items={[
        { key: 'home', label: texts.rooms.home, icon: House, keyHint: 'Alt 0' },
        { key: 'requests', label: texts.rooms.requests, icon: Inbox, count: desk.waiting.value.length },
        {
          key: 'reservations',
          label: texts.rooms.reservations,
          icon: CalendarClock,
          count: desk.reservations.value.filter(({ gone }) => gone === null).length,
        },
        { key: 'shortcuts', label: texts.rooms.shortcuts, icon: Zap },
        { key: 'history', label: texts.rooms.history, icon: History },
        ...(panel.isLead.value ? [{ key: 'team' as const, label: texts.rooms.team, icon: Users }] : []),
        { key: 'settings', label: texts.rooms.settings, icon: Settings, atEnd: true },
      ]}
      value={room}
      onValue={panel.goTo}
    />
  );
}
