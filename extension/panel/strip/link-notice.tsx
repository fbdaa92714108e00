import { Link } from '../../../shared/ui/link.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { systemClock } from '../../../shared/ui/clock.ts';
import { secondsUntil } from '../../../shared/ui/format-time.ts';
import { thisBrowser } from '../../platform/this-browser.ts';
import { texts } from '../../texts/en.ts';
import { useNow } from '../../view/use-now.ts';
import { useView } from '../../view/view-context.ts';
import './link-notice.css';

/**
 * Says that the server does not answer, for how long, and that nothing is lost by it; that it is of another version, and
 * what to update; or that it can store nothing new.
 */
export function LinkNotice() {
  const { desk, orders } = useView();
  const link = desk.link.value;
  const isLost = link.at === 'lost';
  const now = useNow(systemClock, isLost);
  if (link.at === 'online' && desk.desk.value?.readOnly === true) return <ReadOnlyNotice />;
  const action = <Link onClick={() => void orders.give('link.retry', {})}>{texts.lost.tryNow}</Link>;
  if (link.at === 'other-version') {
    return (
      <div class="ext-link-notice">
        <Notice kind="danger" alert action={action}>
          {link.because} {texts.lost.otherVersion[thisBrowser]}
        </Notice>
      </div>
    );
  }
  if (!isLost) return null;
  const host = new URL(link.server).host;
  return (
    <div class="ext-link-notice">
      <Notice action={action}>
        {link.because ?? texts.lost.noAnswer(host, secondsUntil(now, link.since))} {texts.lost.nothingLost}
      </Notice>
    </div>
  );
}

function ReadOnlyNotice() {
  return (
    <div class="ext-link-notice">
      <Notice kind="danger" alert>
        {texts.lost.readOnly}
      </Notice>
    </div>
  );
}
