import { LogOut } from 'lucide';
import { Menu } from '../../../shared/ui/menu.tsx';
import { Status, StatusShape } from '../../../shared/ui/status.tsx';
import { texts } from '../../texts/en.ts';
import { useView } from '../../view/view-context.ts';
import { useSignOut } from './sign-out.tsx';

/** Online or Away by choice; Busy comes by itself with the first session. */
export function PresenceMenu() {
  const { desk, orders } = useView();
  const { signOut, question } = useSignOut();
  const presence = desk.desk.value?.presence ?? 'offline';
  const words = texts.presence;
  const isAway = presence === 'away';
  return (
    <>
      <Menu
        label={words.menu(words[presence])}
        items={[
          { key: 'online', label: words.online, mark: <StatusShape kind="online" />, checked: !isAway },
          { key: 'away', label: words.away, mark: <StatusShape kind="away" />, checked: isAway },
          { key: 'sign-out', label: words.signOut, icon: LogOut, apart: true },
        ]}
        onSelect={(key) => {
          if (key === 'sign-out') signOut();
          else void orders.give('presence.set', { presence: key === 'away' ? 'away' : 'online' });
        }}
      >
        <Status kind={presence} word={words[presence]} />
      </Menu>
      {question}
    </>
  );
}
