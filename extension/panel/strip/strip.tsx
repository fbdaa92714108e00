import { SessionTabs } from '../../../shared/ui/session-tabs.tsx';
import { sessionTab } from '../../session/session-tab.ts';
import { useNow } from '../../view/use-now.ts';
import { useView } from '../../view/view-context.ts';
import { usePanel } from '../panel-context.ts';
import { PresenceMenu } from './presence-menu.tsx';

/** The top of the panel: Home, every session, and how the rep stands. */
export function Strip() {
  const { desk } = useView();
  const panel = usePanel();
  const now = useNow(desk.clock, desk.sessions.value.length > 0);
  const place = panel.place.value;
  return (
    <SessionTabs
      sessions={desk.sessions.value.map((session, place) => ({
        ...sessionTab(session, desk.logs.value.get(session.head.id) ?? [], now, desk.desk.value?.account.id),
        keys: place < 9 ? `Alt ${place + 1}` : undefined,
      }))}
      current={place.at === 'session' ? place.session : 'home'}
      waiting={desk.waiting.value.length}
      onSelect={(id) => {
        const chosen = desk.sessions.value.find(({ head }) => head.id === id);
        if (chosen === undefined) panel.goTo('home');
        else panel.goToSession(chosen.head.id);
      }}
    >
      <PresenceMenu />
    </SessionTabs>
  );
}
