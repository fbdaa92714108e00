import { Link } from '../../../shared/ui/link.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { texts } from '../../texts/en.ts';
import { useView } from '../../view/view-context.ts';

/** Says that the server has set the rep Away, and why. It stays until they are Online again or choose Away themselves. */
export function AwayNotice() {
  const { desk, orders } = useView();
  if (desk.desk.value?.awayBecause !== 'missed-offers') return null;
  const words = texts.presence;
  const goOnline = () => void orders.give('presence.set', { presence: 'online' });
  return (
    <div class="ext-link-notice" role="status">
      <Notice action={<Link onClick={goOnline}>{words.goOnline}</Link>}>{words.missed}</Notice>
    </div>
  );
}
